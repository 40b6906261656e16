package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.net.tls.TrustJudge;
import org.mailmedic.net.tls.TrustStores;

/// The same chains before our judge and before OpenSSL's: a chain that OpenSSL refuses proves nobody here either, so that no password
/// goes out on it. Where ours is the stricter one, the list says so.
@Tag("real")
@Timeout(600)
final class CertificateVerdictsTest {
    private static final String CA = "basicConstraints=critical,CA:TRUE;keyUsage=critical,keyCertSign,cRLSign;subjectKeyIdentifier=hash";
    private static final String SERVER = "keyUsage=digitalSignature;extendedKeyUsage=serverAuth;authorityKeyIdentifier=keyid";
    private static final String NAME = ";subjectAltName=DNS:mail.shop.test";
    private static final String BELOW = CA + ";authorityKeyIdentifier=keyid";

    /// Chains that OpenSSL takes and we do not: the common name (RFC 9525 §2), a star within a label (§6.3), keys and signatures that are
    /// too weak, and a constraint of names that the JDK holds against the common name of an intermediate as well.
    private static final List<String> STRICTER = List.of("common name alone", "wildcard inside a label", "weak leaf key",
            "weak intermediate key", "SHA-1 leaf", "name permitted by the root");

    /// @param root   extensions of the trusted authority; `intermediate` of the one below it, empty when there is none
    /// @param subject the leaf's
    /// @param key     of the leaf, or of the intermediate where it begins with `i`
    /// @param dates   days from now until which leaf, intermediate and root are good
    private record Made(String name, String host, String root, String intermediate, String leaf, String subject, String key, int[] dates,
                        String digest) {
        Made(String name, String host, String root, String intermediate, String leaf) {
            this(name, host, root, intermediate, leaf, "/CN=leaf", "", new int[] {30, 60, 90}, "sha256");
        }

        Made subject(String other) {
            return new Made(name, host, root, intermediate, leaf, other, key, dates, digest);
        }

        Made key(String other) {
            return new Made(name, host, root, intermediate, leaf, subject, other, dates, digest);
        }

        Made dates(int... other) {
            return new Made(name, host, root, intermediate, leaf, subject, key, other, digest);
        }

        Made digest(String other) {
            return new Made(name, host, root, intermediate, leaf, subject, key, dates, other);
        }
    }

    private static List<Made> chains() {
        String host = "mail.shop.test";
        List<Made> all = new ArrayList<>();
        all.add(new Made("usual", host, CA, BELOW, SERVER + NAME));
        all.add(new Made("directly below the root", host, CA, "", SERVER + NAME));
        // names
        all.add(new Made("other name", "other.shop.test", CA, BELOW, SERVER + NAME));
        all.add(new Made("several names", host, CA, BELOW, SERVER + ";subjectAltName=DNS:a.test,DNS:mail.shop.test"));
        all.add(new Made("wildcard", host, CA, BELOW, SERVER + ";subjectAltName=DNS:*.shop.test"));
        all.add(new Made("wildcard for its parent", "shop.test", CA, BELOW, SERVER + ";subjectAltName=DNS:*.shop.test"));
        all.add(new Made("wildcard two labels up", "a.mail.shop.test", CA, BELOW, SERVER + ";subjectAltName=DNS:*.shop.test"));
        all.add(new Made("wildcard of a whole top level", "shop.test", CA, BELOW, SERVER + ";subjectAltName=DNS:*.test"));
        all.add(new Made("wildcard inside a label", host, CA, BELOW, SERVER + ";subjectAltName=DNS:m*.shop.test"));
        all.add(new Made("wildcard not leftmost", host, CA, BELOW, SERVER + ";subjectAltName=DNS:mail.*.test"));
        all.add(new Made("lone star", "shop", CA, BELOW, SERVER + ";subjectAltName=DNS:*"));
        all.add(new Made("capitals", "MAIL.shop.TEST", CA, BELOW, SERVER + ";subjectAltName=DNS:mail.SHOP.test"));
        all.add(new Made("address", "192.0.2.7", CA, BELOW, SERVER + ";subjectAltName=IP:192.0.2.7"));
        all.add(new Made("another address", "192.0.2.7", CA, BELOW, SERVER + ";subjectAltName=IP:192.0.2.70"));
        all.add(new Made("address as a DNS name", "192.0.2.7", CA, BELOW, SERVER + ";subjectAltName=DNS:192.0.2.7"));
        all.add(new Made("IPv6 address", "2001:db8::7", CA, BELOW, SERVER + ";subjectAltName=IP:2001:db8::7"));
        all.add(new Made("IPv6 address as a DNS name", "2001:db8::7", CA, BELOW, SERVER + ";subjectAltName=DNS:2001:db8::7"));
        all.add(new Made("address in the common name", "192.0.2.7", CA, BELOW, SERVER).subject("/CN=192.0.2.7"));
        all.add(new Made("name as an address entry", host, CA, BELOW, SERVER + ";subjectAltName=IP:192.0.2.7"));
        all.add(new Made("common name alone", host, CA, BELOW, SERVER).subject("/CN=mail.shop.test"));
        all.add(new Made("common name beside others", host, CA, BELOW, SERVER + ";subjectAltName=DNS:a.test")
                .subject("/CN=mail.shop.test"));
        all.add(new Made("mail address only", host, CA, BELOW, SERVER + ";subjectAltName=email:a@mail.shop.test"));
        all.add(new Made("URI only", host, CA, BELOW, SERVER + ";subjectAltName=URI:https://mail.shop.test"));
        all.add(new Made("no name at all", host, CA, BELOW, SERVER));
        // what the leaf is for
        all.add(new Made("no usages", host, CA, BELOW, NAME.substring(1)));
        all.add(new Made("for clients", host, CA, BELOW, "extendedKeyUsage=clientAuth" + NAME));
        all.add(new Made("for code", host, CA, BELOW, "extendedKeyUsage=codeSigning" + NAME));
        all.add(new Made("for mail", host, CA, BELOW, "extendedKeyUsage=emailProtection" + NAME));
        all.add(new Made("for servers and clients", host, CA, BELOW, "extendedKeyUsage=clientAuth,serverAuth" + NAME));
        all.add(new Made("for anything", host, CA, BELOW, "extendedKeyUsage=anyExtendedKeyUsage" + NAME));
        all.add(new Made("for clients, critical", host, CA, BELOW, "extendedKeyUsage=critical,clientAuth" + NAME));
        all.add(new Made("for servers, critical", host, CA, BELOW, "extendedKeyUsage=critical,serverAuth" + NAME));
        all.add(new Made("key that only signs lists", host, CA, BELOW, "keyUsage=critical,cRLSign" + NAME));
        all.add(new Made("key that only denies", host, CA, BELOW, "keyUsage=nonRepudiation" + NAME));
        all.add(new Made("key for encipherment", host, CA, BELOW, "keyUsage=keyEncipherment" + NAME));
        all.add(new Made("key for agreement", host, CA, BELOW, "keyUsage=keyAgreement" + NAME));
        all.add(new Made("Netscape client", host, CA, BELOW, "nsCertType=client" + NAME));
        all.add(new Made("Netscape server", host, CA, BELOW, "nsCertType=server" + NAME));
        all.add(new Made("leaf that is an authority", host, CA, BELOW, CA + NAME));
        all.add(new Made("unknown critical extension", host, CA, BELOW, SERVER + NAME + ";1.2.3.4=critical,ASN1:NULL"));
        all.add(new Made("unknown extension", host, CA, BELOW, SERVER + NAME + ";1.2.3.4=ASN1:NULL"));
        // who vouches
        all.add(new Made("intermediate for code", host, CA, BELOW + ";extendedKeyUsage=codeSigning", SERVER + NAME));
        all.add(new Made("intermediate for mail", host, CA, BELOW + ";extendedKeyUsage=emailProtection", SERVER + NAME));
        all.add(new Made("intermediate for clients", host, CA, BELOW + ";extendedKeyUsage=clientAuth", SERVER + NAME));
        all.add(new Made("intermediate for servers", host, CA, BELOW + ";extendedKeyUsage=serverAuth", SERVER + NAME));
        all.add(new Made("intermediate for servers and clients", host, CA, BELOW + ";extendedKeyUsage=clientAuth,serverAuth",
                SERVER + NAME));
        all.add(new Made("intermediate for anything", host, CA, BELOW + ";extendedKeyUsage=anyExtendedKeyUsage", SERVER + NAME));
        all.add(new Made("intermediate for time stamps, critical", host, CA, BELOW + ";extendedKeyUsage=critical,timeStamping",
                SERVER + NAME));
        all.add(new Made("intermediate for old browsers", host, CA, BELOW + ";nsCertType=objCA", SERVER + NAME));
        all.add(new Made("intermediate that is none", host, CA, "basicConstraints=CA:FALSE", SERVER + NAME));
        all.add(new Made("intermediate without constraints", host, CA, "subjectKeyIdentifier=hash", SERVER + NAME));
        all.add(new Made("intermediate that may not sign", host, CA, "basicConstraints=critical,CA:TRUE;keyUsage=digitalSignature",
                SERVER + NAME));
        all.add(new Made("intermediate without key usage", host, CA, "basicConstraints=critical,CA:TRUE", SERVER + NAME));
        all.add(new Made("intermediate with room for none", host, CA, "basicConstraints=critical,CA:TRUE,pathlen:0;keyUsage=keyCertSign",
                SERVER + NAME));
        all.add(new Made("unknown critical extension above", host, CA, BELOW + ";1.2.3.4=critical,ASN1:NULL", SERVER + NAME));
        all.add(new Made("root with room for none", host, "basicConstraints=critical,CA:TRUE,pathlen:0;keyUsage=keyCertSign", BELOW,
                SERVER + NAME));
        all.add(new Made("root with room for one", host, "basicConstraints=critical,CA:TRUE,pathlen:1;keyUsage=keyCertSign", BELOW,
                SERVER + NAME));
        all.add(new Made("root for code", host, CA + ";extendedKeyUsage=codeSigning", BELOW, SERVER + NAME));
        all.add(new Made("root for servers", host, CA + ";extendedKeyUsage=serverAuth", BELOW, SERVER + NAME));
        all.add(new Made("root that may not sign", host, "basicConstraints=critical,CA:TRUE;keyUsage=digitalSignature", BELOW,
                SERVER + NAME));
        all.add(new Made("root that is no authority", host, "basicConstraints=CA:FALSE", BELOW, SERVER + NAME));
        // constraints of names
        all.add(new Made("name permitted", host, CA, BELOW + ";nameConstraints=critical,permitted|DNS:shop.test", SERVER + NAME));
        all.add(new Made("name not permitted", host, CA, BELOW + ";nameConstraints=critical,permitted|DNS:other.test", SERVER + NAME));
        all.add(new Made("name excluded", host, CA, BELOW + ";nameConstraints=critical,excluded|DNS:shop.test", SERVER + NAME));
        all.add(new Made("another name excluded", host, CA, BELOW + ";nameConstraints=critical,excluded|DNS:other.test", SERVER + NAME));
        all.add(new Made("name not permitted by the root", host, CA + ";nameConstraints=critical,permitted|DNS:other.test", BELOW,
                SERVER + NAME));
        all.add(new Made("name permitted by the root", host, CA + ";nameConstraints=critical,permitted|DNS:shop.test", BELOW,
                SERVER + NAME));
        all.add(new Made("address excluded", "192.0.2.7", CA, BELOW + ";nameConstraints=critical,excluded|IP:192.0.2.0/255.255.255.0",
                SERVER + ";subjectAltName=IP:192.0.2.7"));
        // dates, keys, signatures
        all.add(new Made("expired", host, CA, BELOW, SERVER + NAME).dates(-1, 60, 90));
        all.add(new Made("expired intermediate", host, CA, BELOW, SERVER + NAME).dates(30, -1, 90));
        all.add(new Made("expired root", host, CA, BELOW, SERVER + NAME).dates(30, 60, -1));
        all.add(new Made("weak leaf key", host, CA, BELOW, SERVER + NAME).key("rsa1024"));
        all.add(new Made("weak intermediate key", host, CA, BELOW, SERVER + NAME).key("irsa1024"));
        all.add(new Made("RSA leaf", host, CA, BELOW, SERVER + NAME).key("rsa2048"));
        all.add(new Made("SHA-1 leaf", host, CA, BELOW, SERVER + NAME).digest("sha1"));
        all.add(new Made("another key named as the issuer's", host, CA, BELOW, SERVER.replace(";authorityKeyIdentifier=keyid", "") + NAME
                + ";2.5.29.35=DER:30:06:80:04:01:02:03:04"));
        return all;
    }

    @Test
    void noChainThatOpenSslRefusesProvesAnybodyHere() throws IOException {
        List<String> tooTrusting = new ArrayList<>();
        var stricter = new TreeSet<String>();
        int both = 0;
        List<Made> chains = chains();
        try (var folder = Workshop.open()) {
            keys(folder.path());
            for (Made made : chains) {
                List<X509Certificate> chain = make(made, folder.path());
                boolean theirs = openssl(made, folder.path());
                boolean ours = new TrustJudge(TrustStores.with(Optional.of(folder.resolve("root.pem"))), false)
                        .judge(chain, made.host(), literal(made.host()), Instant.now()).verified();
                if (ours && !theirs) {
                    tooTrusting.add(made.name());
                } else if (theirs && !ours) {
                    stricter.add(made.name());
                } else if (theirs) {
                    both++;
                }
            }
        }
        assertEquals(List.of(), tooTrusting);
        assertEquals(new TreeSet<>(STRICTER), stricter);
        assertTrue(chains.size() >= 60 && both >= 20, chains.size() + " chains, " + both + " good before both");
    }

    private static boolean literal(String host) {
        return host.contains(":") || Character.isDigit(host.charAt(0));
    }

    private static boolean openssl(Made made, Path folder) {
        var words = new ArrayList<Object>(List.of("openssl", "verify", "-no-CApath", "-no-CAstore", "-partial_chain", "-purpose",
                "sslserver", literal(made.host()) ? "-verify_ip" : "-verify_hostname", made.host(), "-CAfile", folder.resolve("root.pem")));
        if (!made.intermediate().isEmpty()) {
            words.addAll(List.of("-untrusted", folder.resolve("intermediate.pem")));
        }
        words.add(folder.resolve("leaf.pem"));
        return Command.of(words.toArray()).run().code() == 0;
    }

    private static void keys(Path folder) {
        for (String name : List.of("root", "intermediate", "leaf")) {
            Command.of("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out",
                    folder.resolve(name + ".key")).succeed();
        }
        for (int bits : new int[] {1024, 2048}) {
            Command.of("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + bits, "-out",
                    folder.resolve("rsa" + bits + ".key"))
                    .succeed();
        }
    }

    private static List<X509Certificate> make(Made made, Path folder) throws IOException {
        boolean below = !made.intermediate().isEmpty();
        String leafKey = made.key().isEmpty() || made.key().startsWith("i") ? "leaf" : made.key();
        String middleKey = made.key().startsWith("i") ? made.key().substring(1) : "intermediate";
        sign(folder, "root", "/CN=Root", "root", "root", "root", made.root(), made.dates()[2], "sha256");
        if (below) {
            sign(folder, "intermediate", "/CN=Intermediate", middleKey, "root", "root", made.intermediate(), made.dates()[1], "sha256");
        }
        sign(folder, "leaf", made.subject(), leafKey, below ? "intermediate" : "root", below ? middleKey : "root", made.leaf(),
                made.dates()[0], made.digest());
        List<X509Certificate> chain = new ArrayList<>(List.of(read(folder.resolve("leaf.pem"))));
        if (below) {
            chain.add(read(folder.resolve("intermediate.pem")));
        }
        return chain;
    }

    /// One certificate; `issuer` is its own name where it signs itself.
    private static void sign(Path folder, String name, String subject, String key, String issuer, String issuerKey, String extensions,
            int days, String digest) throws IOException {
        // a line in OpenSSL's own file may have a semicolon in it, written here as a stroke
        String lines = List.of(extensions.split(";")).stream().map(line -> line.replace('|', ';')).collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("extensions"), "[all]\n" + lines + "\n", StandardCharsets.US_ASCII);
        var request = folder.resolve("request");
        Command.of("openssl", "req", "-new", "-key", folder.resolve(key + ".key"), "-subj", subject, "-out", request).succeed();
        var words = new ArrayList<Object>(List.of("openssl", "x509", "-req", "-in", request, "-out", folder.resolve(name + ".pem"),
                "-extfile", file, "-extensions", "all", "-" + digest, "-days", days));
        words.addAll(name.equals(issuer) ? List.of("-signkey", folder.resolve(key + ".key"))
                : List.of("-CA", folder.resolve(issuer + ".pem"), "-CAkey", folder.resolve(issuerKey + ".key")));
        Command.of(words.toArray()).succeed();
    }

    private static X509Certificate read(Path pem) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
        } catch (CertificateException damaged) {
            throw new IOException(pem + " cannot be read", damaged);
        }
    }
}
