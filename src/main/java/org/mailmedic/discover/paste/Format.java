package org.mailmedic.discover.paste;

import java.util.Optional;

/// One form in which people have mail settings. Looks at the text, never runs it.
interface Format {
    /// The word in the output; stable.
    String id();

    /// Empty when the text is nothing of this form.
    Optional<Taking> read(Snippet snippet);
}
