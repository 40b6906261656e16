package org.mailmedic.net.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.mailmedic.plan.AddressText;

/// Which names a certificate is for, and whether one of them is the host (RFC 9525 §6.3, §6.4).
final class CertificateNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    /// The alternative names; the common name only when there are none at all, as mail programs still do.
    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all != null) {
                for (List<?> each : all) {
                    if ((Integer) each.getFirst() == DNS || (Integer) each.getFirst() == ADDRESS) {
                        names.add(each.get(1).toString());
                    }
                }
                return names;
            }
        } catch (CertificateParsingException damaged) {
            return names;
        }
        commonName(certificate, names);
        return names;
    }

    private static void commonName(X509Certificate certificate, List<String> names) {
        try {
            for (var part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    names.add(part.getValue().toString());
                }
            }
        } catch (InvalidNameException strange) {
            // then it is for nobody
        }
    }

    static boolean cover(List<String> names, String host, boolean literal) {
        if (literal) {
            String wanted = AddressText.of(InetAddress.ofLiteral(host));
            return names.stream().anyMatch(name -> isAddress(name, wanted));
        }
        return names.stream().anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAddress(String name, String wanted) {
        try {
            return AddressText.of(InetAddress.ofLiteral(name)).equals(wanted);
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    /// A star stands for the whole leftmost label, and for nothing else (RFC 9525 §6.3).
    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && pattern.indexOf('.', 2) > 0 && host.substring(dot).equals(pattern.substring(1));
    }
}
