package org.mailmedic.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.fault.Faults;

/// Every certificate as a client gets to see it, judged by the JDK.
@Timeout(30)
class CertificateTest {
    @ParameterizedTest
    @ValueSource(strings = {"healthy", "healthy-rsa", "cert-antivirus-trusted", "cert-wrong-name", "cert-weak-key-1024", "cert-sha1"})
    void theJdkBuildsThePath(String name) throws Exception {
        try (var server = Servers.start(name)) {
            validate(server, chain(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "healthy-rsa", "cert-antivirus-trusted"})
    void soundCertificatesSatisfyAClient(String name) throws Exception {
        try (var server = Servers.start(name); var client = RawClient.encrypted(server)) {
            client.ask("QUIT", "221");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cert-expired", "cert-intermediate-expired", "cert-not-yet-valid", "cert-self-signed",
            "cert-unknown-authority", "cert-incomplete",
            "cert-wrong-name", "cert-weak-key", "cert-md5", "cert-antivirus"})
    void faultyCertificatesDoNot(String name) throws Exception {
        try (var server = Servers.start(name)) {
            assertThrows(SSLHandshakeException.class, () -> RawClient.encrypted(server).close());
        }
    }

    @Test
    void expiredIsExpiredAndWasGoodBefore() throws Exception {
        try (var server = Servers.start("cert-expired")) {
            var chain = chain(server);
            assertInstanceOf(CertificateExpiredException.class, refused(server, chain).getCause());
            assertEquals(0, refused(server, chain).getIndex());
            validate(server, chain, chain.getFirst().getNotAfter().toInstant().minusSeconds(60));
        }
    }

    @Test
    void theExpiredIntermediateIsTheSecondOfTheChain() throws Exception {
        try (var server = Servers.start("cert-intermediate-expired")) {
            var refusal = refused(server, chain(server));
            assertInstanceOf(CertificateExpiredException.class, refusal.getCause());
            assertEquals(1, refusal.getIndex());
        }
    }

    @Test
    void notYetValidWillBeGoodLater() throws Exception {
        try (var server = Servers.start("cert-not-yet-valid")) {
            var chain = chain(server);
            assertInstanceOf(CertificateNotYetValidException.class, refused(server, chain).getCause());
            validate(server, chain, chain.getFirst().getNotBefore().toInstant().plusSeconds(60));
        }
    }

    @Test
    void selfSignedIsSignedByItself() throws Exception {
        try (var server = Servers.start("cert-self-signed")) {
            var chain = chain(server);
            assertEquals(1, chain.size());
            assertEquals(chain.getFirst().getSubjectX500Principal(), chain.getFirst().getIssuerX500Principal());
            chain.getFirst().verify(chain.getFirst().getPublicKey());
        }
    }

    @Test
    void unknownAuthoritySendsASoundChainToAnotherRoot() throws Exception {
        try (var server = Servers.start("cert-unknown-authority")) {
            var chain = chain(server);
            assertEquals(PKIXReason.NO_TRUST_ANCHOR, refused(server, chain).getReason());
            assertNotEquals(server.authority(), chain.getLast());
            validate(chain.getLast(), chain.subList(0, 2), Instant.now());
        }
    }

    @Test
    void theMissingIntermediateIsWhereTheLeafSays() throws Exception {
        try (var server = Servers.start("cert-incomplete"); var http = HttpClient.newHttpClient()) {
            var chain = chain(server);
            assertEquals(1, chain.size());
            assertEquals(PKIXReason.NO_TRUST_ANCHOR, refused(server, chain).getReason());
            var url = url(chain.getFirst());
            var answer = http.send(HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            var intermediate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(answer.body()));
            validate(server, List.of(chain.getFirst(), intermediate));
            var nothing = http.send(HttpRequest.newBuilder(url.resolve("/else")).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.discarding());
            assertEquals(404, nothing.statusCode());
        }
    }

    @Test
    void namesAreThoseOfLoopbackAndThoseAskedFor() throws Exception {
        try (var server = PracticeServer.start(Faults.healthy(), Servers.QUICK.withNames(List.of("mail.shop.test", "127.0.0.9")))) {
            assertEquals(Set.of("localhost", "practice.test", "mail.shop.test", "127.0.0.1", "127.0.0.9", "0:0:0:0:0:0:0:1"),
                    names(chain(server).getFirst()));
        }
    }

    @Test
    void wrongNamesAreOnlyOthers() throws Exception {
        try (var server = Servers.start("cert-wrong-name")) {
            assertEquals(Set.of("mail.other.example", "smtp.other.example"), names(chain(server).getFirst()));
        }
    }

    @Test
    void weakOnesAreWeak() throws Exception {
        try (var server = Servers.start("cert-weak-key")) {
            var chain = chain(server);
            assertEquals(512, ((RSAPublicKey) chain.getFirst().getPublicKey()).getModulus().bitLength());
            assertEquals(BasicReason.ALGORITHM_CONSTRAINED, refused(server, chain).getReason());
        }
        try (var server = Servers.start("cert-weak-key-1024")) {
            assertEquals(1024, ((RSAPublicKey) chain(server).getFirst().getPublicKey()).getModulus().bitLength());
        }
        try (var server = Servers.start("cert-sha1")) {
            assertEquals("SHA1withECDSA", chain(server).getFirst().getSigAlgName());
        }
        try (var server = Servers.start("cert-md5")) {
            var chain = chain(server);
            assertEquals("MD5withRSA", chain.getFirst().getSigAlgName());
            assertEquals(BasicReason.ALGORITHM_CONSTRAINED, refused(server, chain).getReason());
        }
    }

    @Test
    void theAntivirusSignsItself() throws Exception {
        for (var name : List.of("cert-antivirus", "cert-antivirus-trusted")) {
            try (var server = Servers.start(name)) {
                var chain = chain(server);
                assertTrue(chain.getFirst().getIssuerX500Principal().getName().contains("CN=Avast Web/Mail Shield Root"));
                assertEquals(name.endsWith("trusted"), chain.getLast().equals(server.authority()));
            }
        }
    }

    @Test
    void usagesAreThoseOfAServerAndOfAnAuthority() throws Exception {
        try (var server = Servers.start("healthy-rsa")) {
            var chain = chain(server);
            assertEquals(List.of("1.3.6.1.5.5.7.3.1"), chain.getFirst().getExtendedKeyUsage());
            assertTrue(chain.getFirst().getKeyUsage()[0] && chain.getFirst().getKeyUsage()[2] && !chain.getFirst().getKeyUsage()[5]);
            assertEquals(-1, chain.getFirst().getBasicConstraints());
            assertTrue(chain.getLast().getKeyUsage()[5] && chain.getLast().getKeyUsage()[6]);
            assertEquals(Integer.MAX_VALUE, chain.getLast().getBasicConstraints());
            assertEquals("CN=Mail Medic Practice Root,O=Mail Medic Practice", server.authority().getSubjectX500Principal().getName());
        }
    }

    @Test
    void aHealthyStartIsQuick() throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            try (var server = Servers.start("healthy")) {
                server.authorityPem();
                best = Math.min(best, System.nanoTime() - begin);
            }
        }
        assertTrue(best < TimeUnit.MILLISECONDS.toNanos(300), best + " ns");
    }

    private static List<X509Certificate> chain(PracticeServer server) throws Exception {
        try (var client = RawClient.plain(server)) {
            client.expect("220");
            client.ask("EHLO client.test", "250");
            client.ask("STARTTLS", "220");
            return client.chain(server);
        }
    }

    private static CertPathValidatorException refused(PracticeServer server, List<X509Certificate> chain) {
        return assertThrows(CertPathValidatorException.class, () -> validate(server, chain));
    }

    private static void validate(PracticeServer server, List<X509Certificate> chain) throws Exception {
        validate(server, chain, Instant.now());
    }

    private static void validate(PracticeServer server, List<X509Certificate> chain, Instant when) throws Exception {
        validate(server.authority(), chain, when);
    }

    private static void validate(X509Certificate anchor, List<X509Certificate> chain, Instant when) throws Exception {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        var sent = chain.stream().filter(each -> !each.equals(anchor)).toList();
        CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(sent), parameters);
    }

    private static Set<String> names(X509Certificate leaf) throws Exception {
        return Set.copyOf(leaf.getSubjectAlternativeNames().stream().map(each -> each.get(1).toString()).toList());
    }

    private static URI url(X509Certificate leaf) {
        var extension = new String(leaf.getExtensionValue("1.3.6.1.5.5.7.1.1"), StandardCharsets.ISO_8859_1);
        return URI.create(extension.substring(extension.indexOf("http://")));
    }
}
