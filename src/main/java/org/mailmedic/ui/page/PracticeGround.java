package org.mailmedic.ui.page;

import java.io.IOException;
import java.util.List;

/// Where practice servers come from.
public interface PracticeGround {
    /// The names of all faults, in the order in which mail travels.
    List<String> faults();

    /// The stage at which the fault shows; empty when mail goes through.
    default String stage(String fault) {
        return "";
    }

    /// Starts a server that shows the fault. It may take a moment, so not on the JavaFX thread.
    Stand open(String fault) throws IOException;

    /// A running practice server, and the errand that finds its fault. Closing it frees everything.
    interface Stand extends AutoCloseable {
        Errand errand();

        @Override
        void close();
    }
}
