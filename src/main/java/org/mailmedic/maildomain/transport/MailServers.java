package org.mailmedic.maildomain.transport;

import java.util.List;
import java.util.Optional;
import org.mailmedic.evidence.CertificateFacts;

/// How the hosts that take mail from other servers (port 25) present themselves.
@FunctionalInterface
public interface MailServers {
    /// How far one got. Many lines let nobody out on port 25: that says nothing about the host.
    enum Reach { NOT_REACHED, WITHOUT_TLS, TLS }

    /// @param certificate what it showed, even when nobody vouches for it
    record Greeted(Reach reach, Optional<CertificateFacts> certificate) {}

    /// @param host without the closing dot
    Greeted greet(String host);

    /// Says that these will be asked for soon, so that whoever can may greet them at once.
    default void ahead(List<String> hosts) {}
}
