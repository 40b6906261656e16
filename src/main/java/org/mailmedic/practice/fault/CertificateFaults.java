package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.certificate.IdentityKind;
import org.mailmedic.practice.script.Script;

/// What goes wrong with certificates.
final class CertificateFaults {
    private static final String UNTRUSTED = "tls.cert_untrusted";
    private static final String EXPIRED = "tls.cert_expired";
    private static final String INTERCEPTED = "tls.intercepted";

    private CertificateFaults() {}

    static List<Fault> all() {
        return List.of(
                certificate("cert-expired", EXPIRED, IdentityKind.EXPIRED),
                certificate("cert-intermediate-expired", EXPIRED, IdentityKind.INTERMEDIATE_EXPIRED),
                certificate("cert-not-yet-valid", "tls.cert_not_yet_valid", IdentityKind.NOT_YET_VALID),
                certificate("cert-self-signed", UNTRUSTED, IdentityKind.SELF_SIGNED),
                certificate("cert-unknown-authority", UNTRUSTED, IdentityKind.UNKNOWN_AUTHORITY),
                certificate("cert-incomplete", "tls.cert_incomplete", IdentityKind.INCOMPLETE),
                certificate("cert-wrong-name", "tls.cert_name_mismatch", IdentityKind.OTHER_NAME),
                certificate("cert-weak-key", UNTRUSTED, IdentityKind.RSA_512),
                certificate("cert-weak-key-1024", UNTRUSTED, IdentityKind.RSA_1024),
                certificate("cert-sha1", UNTRUSTED, IdentityKind.SIGNED_WITH_SHA1),
                certificate("cert-md5", UNTRUSTED, IdentityKind.SIGNED_WITH_MD5),
                certificate("cert-antivirus", INTERCEPTED, IdentityKind.ANTIVIRUS),
                certificate("cert-antivirus-trusted", "", IdentityKind.ANTIVIRUS_TRUSTED).warning(INTERCEPTED));
    }

    private static Fault certificate(String name, String diagnosis, IdentityKind kind) {
        return Fault.of(name, diagnosis, "encrypt", Script.healthy().showing(kind));
    }
}
