package org.mailmedic.discover.paste.taking;

import java.util.Optional;
import org.mailmedic.pasted.Snippet;

/// One form in which people have mail settings. Looks at the text, never runs it.
public interface Format {
    /// The word in the output; stable.
    String id();

    /// Empty when the text is nothing of this form.
    Optional<FieldCollector> read(Snippet snippet);
}
