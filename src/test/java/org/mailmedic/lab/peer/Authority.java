package org.mailmedic.lab.peer;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.mailmedic.real.Command;

/// Makes the certificates of the laboratory with the JDK's keytool, each when it is first asked for. Thread-safe.
public final class Authority {
    private static final String PASSWORD = "only-for-this-run";
    private static final String ROOT = "root";
    private static final String ANTIVIRUS = "antivirus";
    private static final String STRANGER = "stranger-root";
    private static final String INTERMEDIATE = "intermediate";
    private static final String EXPIRED_INTERMEDIATE = "expired-intermediate";

    private final Path folder;
    private final Path store;
    private final Map<String, Identity> made = new HashMap<>();

    /// A key with the certificates that are shown for it.
    ///
    /// @param pem both in one file, as Postfix, Exim and Dovecot read them
    public record Identity(SSLContext context, Path pem) {}

    /// @param start when it begins to be valid, as keytool takes it: `-1d`, `+10d`
    /// @param names `dns:` or `ip:` and the name
    private record Recipe(String subject, String start, int days, String signer, boolean withIssuer, List<String> names) {
        String[] extensions() {
            List<String> all = new ArrayList<>(List.of("eku=serverAuth", "ku:critical=digitalSignature"));
            all.add("san=" + String.join(",", names));
            return all.toArray(String[]::new);
        }
    }

    public Authority(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.store = folder.resolve("authority.p12");
        generate(ROOT, "CN=Laboratory Root", "-30d", 365, "", "bc:critical=ca:true", "ku:critical=keyCertSign,cRLSign");
        try {
            Files.writeString(root(), pem("CERTIFICATE", open().getCertificate(ROOT).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// What `--trust` is given.
    public Path root() {
        return folder.resolve("root.pem");
    }

    /// The root that an antivirus made for itself, as a device knows it.
    public synchronized Path antivirusRoot() throws IOException {
        antivirus("any.example");
        return folder.resolve("antivirus.pem");
    }

    public Identity sound(String... names) throws IOException {
        return identity("sound", new Recipe("CN=" + names[0], "-1d", 90, ROOT, false, sans(names)));
    }

    public Identity expired(String name) throws IOException {
        return identity("expired", new Recipe("CN=" + name, "-25d", 10, ROOT, false, sans(name)));
    }

    /// Sound itself, and signed by an intermediate that has expired.
    public synchronized Identity underExpiredIssuer(String name) throws IOException {
        if (!open(EXPIRED_INTERMEDIATE)) {
            generate(EXPIRED_INTERMEDIATE, "CN=Laboratory Old Intermediate", "-25d", 10, ROOT, "bc:critical=ca:true",
                    "ku:critical=keyCertSign");
        }
        return identity("old-issuer", new Recipe("CN=" + name, "-20d", 90, EXPIRED_INTERMEDIATE, true, sans(name)));
    }

    public Identity notYetValid(String name) throws IOException {
        return identity("future", new Recipe("CN=" + name, "+10d", 90, ROOT, false, sans(name)));
    }

    public Identity selfSigned(String name) throws IOException {
        return identity("self", new Recipe("CN=" + name, "-1d", 90, "", false, sans(name)));
    }

    /// The intermediate that signed it is not sent.
    public synchronized Identity incomplete(String name, String issuerUrl) throws IOException {
        if (!open(INTERMEDIATE)) {
            generate(INTERMEDIATE, "CN=Laboratory Intermediate", "-20d", 300, ROOT, "bc:critical=ca:true", "ku:critical=keyCertSign");
        }
        String alias = alias("incomplete", name);
        if (!made.containsKey(alias)) {
            generate(alias, "CN=" + name, "-1d", 90, INTERMEDIATE, "eku=serverAuth", "ku:critical=digitalSignature", "san=dns:" + name,
                "1.3.6.1.5.5.7.1.1=" + authorityInformation(issuerUrl));
            made.put(alias, load(alias, 1));
        }
        return made.get(alias);
    }

    /// The intermediate's certificate, as its address serves it.
    public synchronized byte[] intermediate() throws IOException {
        try {
            return open().getCertificate(INTERMEDIATE).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Made on the fly by a mail shield.
    public synchronized Identity antivirus(String name) throws IOException {
        if (!open(ANTIVIRUS)) {
            generate(ANTIVIRUS,
                    "CN=Avast Web/Mail Shield Root, O=Avast Web/Mail Shield, OU=generated by Avast Antivirus for SSL/TLS scanning",
                "-30d", 365, "", "bc:critical=ca:true", "ku:critical=keyCertSign");
            try {
                Files.writeString(folder.resolve("antivirus.pem"), pem("CERTIFICATE", open().getCertificate(ANTIVIRUS).getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
        return identity("shield", new Recipe("CN=" + name, "-1d", 90, ANTIVIRUS, true, sans(name)));
    }

    /// From an authority that nobody knows and whose name says nothing.
    public synchronized Identity stranger(String name) throws IOException {
        if (!open(STRANGER)) {
            generate(STRANGER, "CN=Gateway 7 Issuing", "-30d", 365, "", "bc:critical=ca:true", "ku:critical=keyCertSign");
        }
        return identity("stranger", new Recipe("CN=" + name, "-1d", 90, STRANGER, true, sans(name)));
    }

    private synchronized Identity identity(String kind, Recipe recipe) throws IOException {
        String alias = alias(kind, String.join(",", recipe.names()));
        if (!made.containsKey(alias)) {
            generate(alias, recipe.subject(), recipe.start(), recipe.days(), recipe.signer(), recipe.extensions());
            made.put(alias, load(alias, recipe.signer().isEmpty() || !recipe.withIssuer() ? 1 : 2));
        }
        return made.get(alias);
    }

    private static String alias(String kind, String names) {
        String readable = names.replaceAll("[^a-z0-9]+", "-");
        return kind + "-" + (readable.length() < 80 ? readable : readable.substring(0, 60) + Integer.toHexString(names.hashCode()));
    }

    private static List<String> sans(String... names) {
        return Arrays.stream(names).map(name -> (name.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + name).toList();
    }

    /// `AuthorityInfoAccess` with one `caIssuers` (RFC 5280 §4.2.2.1), in hexadecimal.
    private static String authorityInformation(String url) {
        byte[] bytes = url.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var hex = new StringBuilder("30%02x30%02x06082b06010505073002".formatted(bytes.length + 14, bytes.length + 12))
                .append("86%02x".formatted(bytes.length));
        for (byte each : bytes) {
            hex.append("%02x".formatted(each));
        }
        return hex.toString();
    }

    private void generate(String alias, String subject, String start, int days, String signer, String... extensions) {
        var words = new ArrayList<Object>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool"), "-genkeypair",
                "-J-XX:TieredStopAtLevel=1",
            "-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", alias, "-dname", subject,
            "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", start, "-validity", days));
        for (String extension : extensions) {
            words.addAll(List.of("-ext", extension));
        }
        if (!signer.isEmpty()) {
            words.addAll(List.of("-signer", signer));
        }
        Command.of(words.toArray()).succeed();
    }

    private Identity load(String alias, int shown) throws IOException {
        try {
            KeyStore all = open();
            Certificate[] chain = Arrays.copyOf(all.getCertificateChain(alias), shown);
            var key = all.getKey(alias, PASSWORD.toCharArray());
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(alias, key, PASSWORD.toCharArray(), chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            var text = new StringBuilder(pem("PRIVATE KEY", key.getEncoded()));
            for (Certificate each : chain) {
                text.append(pem("CERTIFICATE", each.getEncoded()));
            }
            return new Identity(context, Files.writeString(folder.resolve(alias + ".pem"), text));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private boolean open(String alias) throws IOException {
        try {
            return open().containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyStore open() throws IOException {
        try (var in = new FileInputStream(store.toFile())) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD.toCharArray());
            return all;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
