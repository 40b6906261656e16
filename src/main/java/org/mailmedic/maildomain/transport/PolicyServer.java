package org.mailmedic.maildomain.transport;

import java.util.Optional;

/// Where a domain's MTA-STS policy comes from (RFC 8461 §3.3).
@FunctionalInterface
public interface PolicyServer {
    /// @param body     empty where it could not be had
    /// @param byServer whether the web server itself said what is in the way. Silence may come from anywhere between here and there, and
    ///                 says nothing about the policy
    /// @param why      what stood in the way: an id that `fetch.<id>` or `failure.<id>` in `text/words.properties` has words for
    record Fetched(Optional<String> body, boolean byServer, String why) {
        public static Fetched of(String body) {
            return new Fetched(Optional.of(body), true, "");
        }

        public static Fetched refused(String why) {
            return new Fetched(Optional.empty(), true, why);
        }

        public static Fetched unseen(String why) {
            return new Fetched(Optional.empty(), false, why);
        }
    }

    /// From `https://mta-sts.<domain>/.well-known/mta-sts.txt`.
    Fetched fetch(String domain);
}
