package org.mailmedic.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// A certificate authority for one test run, made by the JDK's keytool. Nothing outlives the run's folder.
public final class TestAuthority {
    private static final String PASSWORD = "only-for-this-run";
    private static final String ROOT = "root";

    private final Path folder;
    private final Path store;
    private final List<String> keys;

    private TestAuthority(Path folder, List<String> keys) {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
        this.keys = keys;
    }

    /// With keys on P-256, as most certificates are today.
    public static TestAuthority create(Path folder) throws IOException {
        return create(folder, List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }

    /// With RSA keys of 2048 bits.
    public static TestAuthority createRsa(Path folder) throws IOException {
        return create(folder, List.of("-keyalg", "RSA", "-keysize", "2048"));
    }

    private static TestAuthority create(Path folder, List<String> keys) throws IOException {
        var authority = new TestAuthority(Files.createDirectories(folder), keys);
        authority.generate(ROOT, "CN=Mail Medic Test Root", "-1d", 365, "bc:critical=ca:true", "ku:critical=keyCertSign,cRLSign");
        authority.write("root.pem", pem("CERTIFICATE", authority.encoded(ROOT).getLast()));
        return authority;
    }

    /// The root, for `--trust`.
    public Path root() {
        return folder.resolve("root.pem");
    }

    /// Key and chain in one file, as Postfix's `smtpd_tls_chain_files` reads it; good from yesterday for a month.
    public Path identity(String host) throws IOException {
        return issue(host, host, "-1d", 30, true);
    }

    /// The same, good for ten days, the last of which was twenty days ago.
    public Path expired(String host) throws IOException {
        return issue("expired-" + host, host, "-30d", 10, true);
    }

    /// A certificate that nobody vouches for but itself.
    public Path selfSigned(String host) throws IOException {
        return issue("self-signed-" + host, host, "-1d", 30, false);
    }

    private Path issue(String alias, String host, String start, int days, boolean signed) throws IOException {
        var extensions = new ArrayList<>(List.of("san=dns:" + host, "eku=serverAuth", "ku:critical=digitalSignature"));
        generate(alias, "CN=" + host, start, days, signed, extensions);
        var chain = encoded(alias);
        // The root itself is not sent (RFC 8446 §4.4.2).
        var sent = signed ? chain.subList(0, chain.size() - 1) : chain;
        var text = pem("PRIVATE KEY", key(alias)) + sent.stream().map(one -> pem("CERTIFICATE", one)).collect(Collectors.joining());
        return write(alias + ".pem", text);
    }

    private void generate(String alias, String subject, String start, int days, String... extensions) {
        generate(alias, subject, start, days, false, Arrays.asList(extensions));
    }

    private void generate(String alias, String subject, String start, int days, boolean signed, List<String> extensions) {
        var words = new ArrayList<Object>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool"), "-genkeypair",
            "-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", alias, "-dname", subject,
            "-startdate", start, "-validity", days));
        words.addAll(keys);
        extensions.forEach(one -> words.addAll(List.of("-ext", one)));
        if (signed) {
            words.addAll(List.of("-signer", ROOT));
        }
        Command.of(words.toArray()).succeed();
    }

    private List<byte[]> encoded(String alias) {
        try {
            var chain = new ArrayList<byte[]>();
            for (var one : open().getCertificateChain(alias)) {
                chain.add(one.getEncoded());
            }
            return chain;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("keytool's certificate cannot be read", e);
        }
    }

    private byte[] key(String alias) {
        try {
            return open().getKey(alias, PASSWORD.toCharArray()).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("keytool's key cannot be read", e);
        }
    }

    private KeyStore open() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
