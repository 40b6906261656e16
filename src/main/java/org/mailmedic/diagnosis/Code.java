package org.mailmedic.diagnosis;

import java.util.Optional;
import org.mailmedic.plan.Stage;

/// Every cause that Mail Medic can name. The ids are stable: scripts, saved reports and translations rely on them.
/// `stage` and `party` are the usual ones; a finding may say otherwise where the contract allows it.
public enum Code {
    SETTINGS_MISSING("settings.missing", Stage.SETTINGS, Party.YOU),
    SETTINGS_HOST_INVALID("settings.host_invalid", Stage.SETTINGS, Party.YOU),
    SETTINGS_HOST_TYPO("settings.host_typo", Stage.DNS, Party.YOU),
    SETTINGS_WRONG_PORT("settings.wrong_port", Stage.CONNECT, Party.YOU),
    NETWORK_OFFLINE("network.offline", Stage.NETWORK, Party.NETWORK),
    NETWORK_CAPTIVE_PORTAL("network.captive_portal", Stage.NETWORK, Party.NETWORK),
    NETWORK_UNSTABLE("network.unstable", Stage.CONNECT, Party.NETWORK),
    NETWORK_MTU_BLACKHOLE("network.mtu_blackhole", Stage.ENCRYPT, Party.NETWORK),
    NETWORK_IPV6_BROKEN("network.ipv6_broken", Stage.CONNECT, Party.NETWORK),
    DNS_NOT_FOUND("dns.not_found", Stage.DNS, Party.YOU),
    DNS_NO_ADDRESS("dns.no_address", Stage.DNS, Party.DOMAIN),
    DNS_SERVER_FAILURE("dns.server_failure", Stage.DNS, Party.DOMAIN),
    DNS_TIMEOUT("dns.timeout", Stage.DNS, Party.NETWORK),
    DNS_RESOLVER_BROKEN("dns.resolver_broken", Stage.DNS, Party.DEVICE),
    DNS_WRONG_ADDRESS("dns.wrong_address", Stage.DNS, Party.DOMAIN),
    DNS_ANSWER_DIFFERS("dns.answer_differs", Stage.DNS, Party.NETWORK),
    PORT_BLOCKED_BY_DEVICE("port.blocked_by_device", Stage.CONNECT, Party.DEVICE),
    PORT_BLOCKED_BY_NETWORK("port.blocked_by_network", Stage.CONNECT, Party.NETWORK),
    PORT_BLOCKED_BY_HOSTING("port.blocked_by_hosting", Stage.CONNECT, Party.HOSTING),
    TCP_REFUSED("tcp.refused", Stage.CONNECT, Party.MAIL_PROVIDER),
    TCP_TIMEOUT("tcp.timeout", Stage.CONNECT, Party.MAIL_PROVIDER),
    TCP_UNREACHABLE("tcp.unreachable", Stage.CONNECT, Party.MAIL_PROVIDER),
    TCP_RESET("tcp.reset", Stage.CONNECT, Party.MAIL_PROVIDER),
    SMTP_GREETING_TIMEOUT("smtp.greeting_timeout", Stage.GREETING, Party.MAIL_PROVIDER),
    SMTP_NOT_SMTP("smtp.not_smtp", Stage.GREETING, Party.YOU),
    SMTP_REJECTED_BY_SERVER("smtp.rejected_by_server", Stage.GREETING, Party.MAIL_PROVIDER),
    SMTP_OVERLOADED("smtp.overloaded", Stage.GREETING, Party.MAIL_PROVIDER),
    SMTP_SLOW("smtp.slow", Stage.GREETING, Party.MAIL_PROVIDER),
    SMTP_HELLO_REJECTED("smtp.hello_rejected", Stage.HELLO, Party.MAIL_PROVIDER),
    SMTP_DROPPED("smtp.dropped", Stage.HELLO, Party.MAIL_PROVIDER),
    SMTP_REDIRECTED("smtp.redirected", Stage.GREETING, Party.NETWORK),
    SMTP_STALLED("smtp.stalled", Stage.HELLO, Party.MAIL_PROVIDER),
    SMTP_SERVER_ERROR("smtp.server_error", Stage.HELLO, Party.MAIL_PROVIDER),
    SMTP_NO_REVERSE_DNS("smtp.no_reverse_dns", Stage.GREETING, Party.NETWORK),
    SMTP_INTERFERED("smtp.interfered", Stage.GREETING, Party.NETWORK),
    TLS_MODE_MISMATCH("tls.mode_mismatch", Stage.ENCRYPT, Party.YOU),
    TLS_STARTTLS_MISSING("tls.starttls_missing", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_STARTTLS_REQUIRED("tls.starttls_required", Stage.ENCRYPT, Party.YOU),
    TLS_HANDSHAKE_FAILED("tls.handshake_failed", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_VERSION_TOO_OLD("tls.version_too_old", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_CERT_EXPIRED("tls.cert_expired", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_CERT_NOT_YET_VALID("tls.cert_not_yet_valid", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    DEVICE_CLOCK_WRONG("device.clock_wrong", Stage.ENCRYPT, Party.DEVICE),
    TLS_CERT_UNTRUSTED("tls.cert_untrusted", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_CERT_INCOMPLETE("tls.cert_incomplete", Stage.ENCRYPT, Party.MAIL_PROVIDER),
    TLS_CERT_NAME_MISMATCH("tls.cert_name_mismatch", Stage.ENCRYPT, Party.YOU),
    TLS_INTERCEPTED("tls.intercepted", Stage.ENCRYPT, Party.DEVICE),
    AUTH_BAD_CREDENTIALS("auth.bad_credentials", Stage.SIGN_IN, Party.YOU),
    AUTH_APP_PASSWORD_REQUIRED("auth.app_password_required", Stage.SIGN_IN, Party.YOU),
    AUTH_DISABLED_BY_PROVIDER("auth.disabled_by_provider", Stage.SIGN_IN, Party.MAIL_PROVIDER),
    AUTH_OAUTH_REQUIRED("auth.oauth_required", Stage.SIGN_IN, Party.MAIL_PROVIDER),
    AUTH_MECHANISM_UNSUPPORTED("auth.mechanism_unsupported", Stage.SIGN_IN, Party.MAIL_PROVIDER),
    AUTH_NOT_OFFERED("auth.not_offered", Stage.SIGN_IN, Party.YOU),
    AUTH_REQUIRED("auth.required", Stage.SENDER, Party.YOU),
    AUTH_TOO_MANY_ATTEMPTS("auth.too_many_attempts", Stage.SIGN_IN, Party.YOU),
    AUTH_ACCOUNT_SUSPENDED("auth.account_suspended", Stage.SIGN_IN, Party.MAIL_PROVIDER),
    AUTH_TEMPORARY_FAILURE("auth.temporary_failure", Stage.SIGN_IN, Party.MAIL_PROVIDER),
    AUTH_NEEDS_ENCRYPTION("auth.needs_encryption", Stage.SIGN_IN, Party.YOU),
    SEND_SENDER_REJECTED("send.sender_rejected", Stage.SENDER, Party.YOU),
    SEND_RECIPIENT_REJECTED("send.recipient_rejected", Stage.RECIPIENT, Party.YOU),
    SEND_RELAY_DENIED("send.relay_denied", Stage.RECIPIENT, Party.YOU),
    SEND_MESSAGE_TOO_BIG("send.message_too_big", Stage.MESSAGE, Party.YOU),
    SEND_MESSAGE_MALFORMED("send.message_malformed", Stage.MESSAGE, Party.YOU),
    SEND_TOO_MANY_RECIPIENTS("send.too_many_recipients", Stage.RECIPIENT, Party.YOU),
    SEND_RATE_LIMITED("send.rate_limited", Stage.MESSAGE, Party.YOU),
    SEND_MAIL_LOOP("send.mail_loop", Stage.MESSAGE, Party.MAIL_PROVIDER),
    SEND_QUOTA_EXCEEDED("send.quota_exceeded", Stage.MESSAGE, Party.MAIL_PROVIDER),
    SEND_GREYLISTED("send.greylisted", Stage.RECIPIENT, Party.MAIL_PROVIDER),
    SEND_CONTENT_REJECTED("send.content_rejected", Stage.MESSAGE, Party.YOU),
    SEND_POLICY_REJECTED("send.policy_rejected", Stage.MESSAGE, Party.DOMAIN),
    SEND_BLOCKLISTED("send.blocklisted", Stage.RECIPIENT, Party.MAIL_PROVIDER),
    SEND_MAILBOX_FULL("send.mailbox_full", Stage.RECIPIENT, Party.RECIPIENT),
    DOMAIN_MX_MISSING("domain.mx_missing", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_SPF_MISSING("domain.spf_missing", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_SPF_MULTIPLE("domain.spf_multiple", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_SPF_SYNTAX("domain.spf_syntax", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_SPF_TOO_MANY_LOOKUPS("domain.spf_too_many_lookups", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_SPF_NOT_COVERING("domain.spf_not_covering", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DKIM_MISSING("domain.dkim_missing", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DKIM_WEAK("domain.dkim_weak", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DMARC_MISSING("domain.dmarc_missing", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DMARC_SYNTAX("domain.dmarc_syntax", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DMARC_NOT_ENFORCED("domain.dmarc_not_enforced", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_MTA_STS_INVALID("domain.mta_sts_invalid", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_TLS_RPT_INVALID("domain.tls_rpt_invalid", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_DANE_MISMATCH("domain.dane_mismatch", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_REVERSE_DNS_MISSING("domain.reverse_dns_missing", Stage.DELIVERY, Party.DOMAIN),
    DOMAIN_BLOCKLISTED("domain.blocklisted", Stage.DELIVERY, Party.DOMAIN),
    APP_CONFIG_ERROR("app.config_error", Stage.SETTINGS, Party.YOU),
    UNKNOWN("unknown", Stage.SETTINGS, Party.YOU);

    private final String id;
    private final Stage stage;
    private final Party party;

    Code(String id, Stage stage, Party party) {
        this.id = id;
        this.stage = stage;
        this.party = party;
    }

    public String id() {
        return id;
    }

    public Stage stage() {
        return stage;
    }

    public Party party() {
        return party;
    }

    public static Optional<Code> of(String id) {
        for (var each : values()) {
            if (each.id.equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
