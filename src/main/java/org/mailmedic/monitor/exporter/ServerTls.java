package org.mailmedic.monitor.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.mailmedic.monitor.batch.Unfit;

/// The exporter's own certificate and key, from PEM files.
final class ServerTls {
    private static final int LARGEST = 1024 * 1024;
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");

    private ServerTls() {}

    /// @throws Unfit when the files cannot be used; the sentence names the one
    static SSLContext context(WebConfig.Tls files) throws Unfit {
        List<? extends Certificate> chain = chain(files.certificate());
        PrivateKey key = key(files.key());
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("exporter", key, new char[0], chain.toArray(Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException doNotFit) {
            throw Unfit.of("web_config_key", "file", files.key().toString());
        }
    }

    private static List<? extends Certificate> chain(Path file) throws Unfit {
        try (InputStream in = Files.newInputStream(file)) {
            List<? extends Certificate> chain = List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (GeneralSecurityException | IOException unreadable) {
            // said below
        }
        throw Unfit.of("web_config_certificate", "file", file.toString());
    }

    private static PrivateKey key(Path file) throws Unfit {
        byte[] der = {};
        try (InputStream in = Files.newInputStream(file)) {
            Matcher pem = KEY.matcher(new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1));
            der = pem.find() ? Base64.getMimeDecoder().decode(pem.group(1)) : der;
            for (String kind : List.of("RSA", "EC", "EdDSA")) {
                try {
                    return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (GeneralSecurityException anotherKind) {
                    // the next one
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // said below
        } finally {
            Arrays.fill(der, (byte) 0);
        }
        throw Unfit.of("web_config_key", "file", file.toString());
    }
}
