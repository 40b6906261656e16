package org.mailmedic.diagnosis;

import static org.mailmedic.diagnosis.Code.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which finding makes which other ones its mere consequences. Two findings that are not named here are independent
/// faults, and both are told.
final class Consequences {
    private static final Set<Code> NOTHING_THERE = Set.of(TCP_REFUSED, TCP_TIMEOUT, TCP_UNREACHABLE, TCP_RESET, SMTP_NOT_SMTP,
            SMTP_GREETING_TIMEOUT, SMTP_DROPPED, TLS_HANDSHAKE_FAILED, SETTINGS_WRONG_PORT, TLS_MODE_MISMATCH);
    private static final Set<Code> NAMES = Set.of(DNS_NOT_FOUND, DNS_NO_ADDRESS, DNS_SERVER_FAILURE, DNS_TIMEOUT, DNS_WRONG_ADDRESS,
            DNS_ANSWER_DIFFERS);
    private static final Set<Code> CERTIFICATES = Set.of(TLS_CERT_EXPIRED, TLS_CERT_NOT_YET_VALID, TLS_CERT_UNTRUSTED,
            TLS_CERT_INCOMPLETE, TLS_CERT_NAME_MISMATCH);
    /// What follows when STARTTLS cannot be had.
    private static final Set<Code> UNENCRYPTED = Set.of(AUTH_NEEDS_ENCRYPTION, AUTH_NOT_OFFERED, TLS_STARTTLS_REQUIRED, AUTH_REQUIRED);

    private static final Set<Code> BLOCKED = Set.of(SMTP_REDIRECTED, TCP_REFUSED, TCP_TIMEOUT, TCP_UNREACHABLE, TCP_RESET,
            SETTINGS_WRONG_PORT,
            TLS_HANDSHAKE_FAILED, SMTP_GREETING_TIMEOUT, SMTP_DROPPED);
    /// What another service makes of our introduction.
    private static final Set<Code> MISUNDERSTOOD = with(UNENCRYPTED, SMTP_HELLO_REJECTED, SMTP_SERVER_ERROR, TLS_STARTTLS_MISSING,
            SMTP_STALLED);
    /// What the one that answers says, when it is not the server that was asked for.
    private static final Set<Code> SOMEBODY_ELSES_WORD = with(UNENCRYPTED, TLS_CERT_EXPIRED, TLS_CERT_NOT_YET_VALID, TLS_CERT_UNTRUSTED,
            TLS_CERT_INCOMPLETE, TLS_CERT_NAME_MISMATCH, TLS_STARTTLS_MISSING, TLS_HANDSHAKE_FAILED, TCP_RESET, SMTP_GREETING_TIMEOUT,
            SMTP_REJECTED_BY_SERVER, SMTP_HELLO_REJECTED, SMTP_DROPPED, SMTP_STALLED, AUTH_BAD_CREDENTIALS, AUTH_MECHANISM_UNSUPPORTED,
            AUTH_OAUTH_REQUIRED, SEND_RELAY_DENIED, SEND_SENDER_REJECTED, SEND_RECIPIENT_REJECTED);
    private static final Set<Code> EVERYTHING_OUT_THERE = with(NOTHING_THERE, DNS_NOT_FOUND, DNS_NO_ADDRESS, DNS_SERVER_FAILURE,
            DNS_TIMEOUT,
            DNS_RESOLVER_BROKEN, DNS_WRONG_ADDRESS, DNS_ANSWER_DIFFERS, SETTINGS_HOST_TYPO, PORT_BLOCKED_BY_NETWORK,
            PORT_BLOCKED_BY_HOSTING,
            PORT_BLOCKED_BY_DEVICE, NETWORK_IPV6_BROKEN);

    private static final Map<Code, Set<Code>> EXPLAINED = Map.ofEntries(
            // No sign-in could be tried, so the server asks for one.
            Map.entry(SETTINGS_MISSING, Set.of(AUTH_REQUIRED, AUTH_BAD_CREDENTIALS, AUTH_MECHANISM_UNSUPPORTED)),
            Map.entry(SETTINGS_HOST_TYPO, with(union(NOTHING_THERE, CERTIFICATES), DNS_NOT_FOUND, DNS_NO_ADDRESS, DNS_WRONG_ADDRESS)),
            Map.entry(DNS_ANSWER_DIFFERS, with(union(NOTHING_THERE, CERTIFICATES), DNS_WRONG_ADDRESS)),
            Map.entry(DNS_WRONG_ADDRESS, union(NOTHING_THERE, CERTIFICATES)),
            Map.entry(DNS_RESOLVER_BROKEN, NAMES),
            Map.entry(NETWORK_OFFLINE, EVERYTHING_OUT_THERE),
            Map.entry(NETWORK_CAPTIVE_PORTAL, with(union(EVERYTHING_OUT_THERE, CERTIFICATES), SMTP_REDIRECTED)),
            Map.entry(NETWORK_UNSTABLE, Set.of(SMTP_STALLED, SMTP_DROPPED, SMTP_GREETING_TIMEOUT, TLS_HANDSHAKE_FAILED, TCP_TIMEOUT,
                    SMTP_SLOW)),
            Map.entry(SMTP_NOT_SMTP, with(MISUNDERSTOOD, SMTP_GREETING_TIMEOUT, TLS_HANDSHAKE_FAILED, SMTP_DROPPED)),
            Map.entry(NETWORK_MTU_BLACKHOLE, Set.of(SETTINGS_WRONG_PORT, TLS_HANDSHAKE_FAILED, SMTP_GREETING_TIMEOUT, SMTP_STALLED)),
            Map.entry(DEVICE_CLOCK_WRONG, Set.of(TLS_CERT_EXPIRED, TLS_CERT_NOT_YET_VALID)),
            // A firewall that lets nothing out stops the questions for names, too.
            Map.entry(PORT_BLOCKED_BY_DEVICE, with(BLOCKED, DNS_TIMEOUT)),
            Map.entry(PORT_BLOCKED_BY_NETWORK, BLOCKED),
            Map.entry(PORT_BLOCKED_BY_HOSTING, union(BLOCKED, SOMEBODY_ELSES_WORD)),
            Map.entry(SETTINGS_WRONG_PORT, with(MISUNDERSTOOD, TCP_REFUSED, TCP_TIMEOUT, TCP_UNREACHABLE, TCP_RESET, SMTP_NOT_SMTP,
                    SMTP_GREETING_TIMEOUT, TLS_HANDSHAKE_FAILED)),
            Map.entry(TLS_MODE_MISMATCH, Set.of(SMTP_NOT_SMTP, SMTP_REJECTED_BY_SERVER, SMTP_GREETING_TIMEOUT, SMTP_DROPPED, SMTP_STALLED,
                    TCP_RESET,
                    TLS_HANDSHAKE_FAILED, SETTINGS_WRONG_PORT)),
            Map.entry(SMTP_INTERFERED, with(UNENCRYPTED, TLS_STARTTLS_MISSING, TLS_HANDSHAKE_FAILED, SMTP_HELLO_REJECTED)),
            Map.entry(SMTP_REDIRECTED, SOMEBODY_ELSES_WORD),
            Map.entry(TLS_INTERCEPTED, CERTIFICATES),
            // A program that is too old for the server's TLS.
            Map.entry(APP_CONFIG_ERROR, Set.of(TLS_HANDSHAKE_FAILED)),
            Map.entry(TLS_STARTTLS_MISSING, UNENCRYPTED),
            Map.entry(AUTH_NEEDS_ENCRYPTION, Set.of(AUTH_NOT_OFFERED, TLS_STARTTLS_REQUIRED, AUTH_REQUIRED)),
            Map.entry(TLS_HANDSHAKE_FAILED, with(UNENCRYPTED, SMTP_DROPPED)),
            Map.entry(TLS_VERSION_TOO_OLD, with(UNENCRYPTED, TLS_HANDSHAKE_FAILED)));

    private Consequences() {}

    /// Whether `root` accounts for `other`. A warning explains nothing that stops mail.
    static boolean explains(Finding root, Finding other) {
        boolean irrelevant = root.code() == SETTINGS_MISSING && !root.facts().get("missing").matches("user|password");
        return !irrelevant && (root.stops() || !other.stops()) && EXPLAINED.getOrDefault(root.code(), Set.of()).contains(other.code());
    }

    private static Set<Code> union(Set<Code> some, Set<Code> others) {
        return with(some, others.toArray(Code[]::new));
    }

    private static Set<Code> with(Set<Code> some, Code... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
