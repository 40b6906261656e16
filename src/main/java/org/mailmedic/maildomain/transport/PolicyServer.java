package org.mailmedic.maildomain.transport;

import java.util.Optional;

/// Where a domain's MTA-STS policy comes from (RFC 8461 §3.3).
@FunctionalInterface
public interface PolicyServer {
    /// @param body   empty where it could not be had
    /// @param status what the web server said; 0 where none did
    /// @param why    what stood in the way, for experts
    record Fetched(Optional<String> body, int status, String why) {}

    /// From `https://mta-sts.<domain>/.well-known/mta-sts.txt`.
    Fetched fetch(String domain);
}
