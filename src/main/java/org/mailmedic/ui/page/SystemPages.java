package org.mailmedic.ui.page;

import java.util.Optional;

/// Pages of this system's settings.
public interface SystemPages {
    /// The page that helps with a diagnosis, as far as this system has one and can open it.
    Optional<Place> about(String code);

    /// One page.
    interface Place {
        /// Which one, for its words: `firewall`, `clock`, `network` …
        String id();

        /// Returns at once.
        ///
        /// @param trouble called on a thread of its own when it does not open
        void open(Runnable trouble);
    }
}
