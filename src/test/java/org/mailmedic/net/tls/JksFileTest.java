package org.mailmedic.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// Java's own store, read without Java.
final class JksFileTest {
    private static final Path CACERTS = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

    @TempDir
    private Path folder;

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("JKS");
        try (var in = Files.newInputStream(file)) {
            store.load(in, null);
        }
        return store;
    }

    @Test
    void hasEveryAuthorityThatJavaFindsInIt() throws GeneralSecurityException, IOException {
        Path file = folder.resolve("cacerts.jks");
        KeyStore javas = store(CACERTS);
        var copy = KeyStore.getInstance("JKS");
        copy.load(null, null);
        List<X509Certificate> all = new ArrayList<>();
        for (String alias : Collections.list(javas.aliases())) {
            copy.setCertificateEntry(alias, javas.getCertificate(alias));
            all.add((X509Certificate) javas.getCertificate(alias));
        }
        try (var out = Files.newOutputStream(file)) {
            copy.store(out, "changeit".toCharArray());
        }
        assertTrue(all.size() > 100, () -> all.size() + " authorities");
        EncodedAnchors read = JksFile.read(file).orElseThrow();
        for (X509Certificate each : all) {
            var name = each.getSubjectX500Principal();
            assertEquals(new HashSet<>(all.stream().filter(other -> other.getSubjectX500Principal().equals(name)).toList()),
                    new HashSet<>(read.named(name)), name::toString);
        }
    }

    @Test
    void anythingElseIsLeftToJava() throws GeneralSecurityException, IOException {
        assertEquals(Optional.empty(), JksFile.read(folder.resolve("missing")));
        assertEquals(Optional.empty(), JksFile.read(Files.write(folder.resolve("empty"), new byte[0])));
        assertEquals(Optional.empty(), JksFile.read(Files.writeString(folder.resolve("text"), "-----BEGIN CERTIFICATE-----")));
        try (var server = PracticeServer.start(Faults.healthy())) {
            for (String type : List.of("JKS", "PKCS12")) {
                var store = KeyStore.getInstance(type);
                store.load(null, null);
                store.setCertificateEntry("one", server.authority());
                if (type.equals("JKS")) {
                    Path certificates = written(store, "one.jks");
                    assertEquals(List.of(server.authority()), JksFile.read(certificates).orElseThrow()
                            .named(server.authority().getSubjectX500Principal()));
                    byte[] bytes = Files.readAllBytes(certificates);
                    for (int length = 0; length < bytes.length - 20; length += 7) {
                        assertEquals(Optional.empty(), JksFile.read(Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length))));
                    }
                    store.setKeyEntry("key", KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(), "changeit".toCharArray(),
                            new Certificate[] {server.authority()});
                }
                assertEquals(Optional.empty(), JksFile.read(written(store, "other.jks")), type);
            }
        }
    }

    private Path written(KeyStore store, String name) throws GeneralSecurityException, IOException {
        Path file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }
}
