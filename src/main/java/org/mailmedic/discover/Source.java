package org.mailmedic.discover;

import java.io.IOException;
import org.mailmedic.net.transport.Deadline;

/// One place that may know the settings for an address. Called on a thread of its own, once per search.
public interface Source {
    Origin origin();

    /// Ends by `deadline`, whatever the world does.
    ///
    /// @throws IOException when no answer can be had
    Look look(Person person, Deadline deadline) throws IOException;
}
