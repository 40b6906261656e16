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

/// Which names a certificate is for, and whether one of them is the host (RFC 9525 §6.3 to §6.5). A name keeps its kind: an address is only
/// meant by an iPAddress entry, a host name only by a dNSName, and the common name means nobody.
///
/// @param hosts     the dNSName entries
/// @param addresses the iPAddress entries, as Java writes them
/// @param shown     all of them, and the common name where there are none: for people to read, proving nothing
public record CertificateNames(List<String> hosts, List<String> addresses, List<String> shown) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all == null) {
                commonName(certificate, shown);
            } else {
                for (List<?> each : all) {
                    int kind = (Integer) each.getFirst();
                    if (kind == DNS || kind == ADDRESS) {
                        (kind == DNS ? hosts : addresses).add(each.get(1).toString());
                        shown.add(each.get(1).toString());
                    }
                }
            }
        } catch (CertificateParsingException damaged) {
            // then it is for nobody
        }
        return new CertificateNames(hosts, addresses, shown);
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

    /// Whether one of a certificate's names is that host.
    ///
    /// @param host a name, no address
    public static boolean cover(X509Certificate certificate, String host) {
        return of(certificate).cover(host, false);
    }

    boolean cover(String host, boolean literal) {
        if (literal) {
            String wanted = AddressText.of(InetAddress.ofLiteral(host));
            return addresses.stream().anyMatch(name -> isAddress(name, wanted));
        }
        return hosts.stream().anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
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
