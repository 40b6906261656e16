package org.mailmedic.explain;

import java.util.Optional;

/// What could be read in a text about the mail and its way. What is not known is empty.
///
/// @param program  who printed the text
/// @param port     0 when not known
/// @param security id as in the contract: `tls`, `starttls`, `none`
/// @param stage    id of the stage of the first explanation
/// @param reply    code of the reply that decided, 0 when none did
public record FoundFacts(Optional<String> program, Optional<String> host, int port, Optional<String> security, Optional<String> stage,
        int reply,
                         Optional<String> enhanced, Optional<String> from, Optional<String> to) {}
