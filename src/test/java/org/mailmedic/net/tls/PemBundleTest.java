package org.mailmedic.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PemBundleTest {
    /// Tags of DER (X.690).
    private static final byte UTF8_STRING = 0x0c;
    private static final byte PRINTABLE_STRING = 0x13;
    private PracticeServer server;
    private X509Certificate authority;
    private String pem;
    @TempDir
    private Path folder;

    @BeforeAll
    void start() throws IOException {
        server = PracticeServer.start(Faults.healthy());
        authority = server.authority();
        pem = server.authorityPem();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "bundle", ".pem"), text);
    }

    @Test
    void findsAnAuthorityByItsName() throws IOException {
        var bundle = PemBundle.read(file("# the practice authority\n" + pem + "\n" + pem.replace("\n", "\r\n") + "rubbish at the end"));
        assertFalse(bundle.isEmpty());
        assertEquals(List.of(authority, authority), bundle.named(authority.getSubjectX500Principal()));
        assertEquals(List.of(), bundle.named(new X500Principal("CN=Somebody Else")));
    }

    /// RFC 5280 §7.1: names are compared by what they say, and not by the kind of text that it is written in.
    @Test
    void aNameMayBeWrittenInAnotherKindOfText() throws IOException {
        X500Principal name = authority.getSubjectX500Principal();
        byte[] other = name.getEncoded();
        int changed = 0;
        for (int i = 3; i < other.length; i++) {
            boolean behindItsKind = other[i - 3] == 0x55 && other[i - 2] == 0x04;
            if (behindItsKind && (other[i] == UTF8_STRING || other[i] == PRINTABLE_STRING)) {
                other[i] = (byte) (UTF8_STRING + PRINTABLE_STRING - other[i]);
                changed++;
            }
        }
        assertTrue(changed > 0, "the name has texts");
        var alike = new X500Principal(other);
        assertEquals(name, alike);
        assertFalse(Arrays.equals(name.getEncoded(), alike.getEncoded()));
        assertEquals(List.of(authority), PemBundle.read(file(pem)).named(alike));
    }

    @Test
    void stridesMissNothing() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = bytes(random, random.nextInt(1_200));
            byte[] part = bytes(random, 1 + random.nextInt(9));
            int at = new String(text, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
            assertEquals(at >= 0 && at <= 1024, new EncodedAnchors.Wanted(part).isIn(text));
        }
    }

    /// Of few kinds, so that much nearly fits.
    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (random.nextInt(3) - 1);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate at all", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA",
            "-----BEGIN CERTIFICATE-----"})
    void whatHoldsNoCertificateIsEmptyAndCannotBeTrusted(String text) throws IOException {
        assertTrue(PemBundle.read(file(text)).isEmpty());
        var problem = assertThrows(IOException.class, () -> TrustStores.with(Optional.of(file(text))));
        assertTrue(problem.getMessage().contains("bundle"), "it names the file");
    }

    @Test
    void aDamagedOneIsSaidToBeDamaged() throws IOException {
        Path damaged = file("-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n");
        assertTrue(assertThrows(IOException.class, () -> PemBundle.read(damaged)).getMessage().contains("trust.damaged"));
        String half = String.join("\n", pem.lines().limit(4).toList()) + "\n-----END CERTIFICATE-----\n";
        assertEquals(List.of(), PemBundle.read(file(half)).named(authority.getSubjectX500Principal()),
                "a damaged authority vouches for nobody");
    }

    @Test
    void opensslsOwnFormIsNamed() throws IOException {
        Path trusted = file(pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE"));
        assertTrue(assertThrows(IOException.class, () -> PemBundle.read(trusted)).getMessage().contains("trust.openssl"));
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path huge = folder.resolve("huge.pem");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 33);
        }
        assertTrue(assertThrows(IOException.class, () -> PemBundle.read(huge)).getMessage().contains("trust.large"));
    }

    @Test
    void aMissingFileIsMissing() {
        assertThrows(IOException.class, () -> PemBundle.read(folder.resolve("nowhere.pem")));
    }
}
