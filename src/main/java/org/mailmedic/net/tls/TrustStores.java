package org.mailmedic.net.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailmedic.settings.UnfitFileException;

/// Who vouches for certificates: the operating system, Java, and extra authorities that the person named.
/// Loaded when first asked; thread-safe.
public final class TrustStores {
    /// Where Linux systems keep their bundle: Debian and Arch, Fedora, openSUSE, Alpine.
    private static final List<String> BUNDLES = List.of("/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem");

    private final TrustAnchors extra;
    private @Nullable TrustAnchors system;
    private @Nullable TrustAnchors java;

    private TrustStores(TrustAnchors extra) {
        this.extra = extra;
    }

    /// @param extra a PEM file of authorities
    /// @throws UnfitFileException when it holds no certificate
    /// @throws IOException        when it cannot be read
    public static TrustStores with(Optional<Path> extra) throws IOException {
        if (extra.isEmpty()) {
            return new TrustStores(TrustAnchors.NONE);
        }
        var bundle = PemBundle.read(extra.get());
        if (bundle.isEmpty()) {
            throw new UnfitFileException("trust.none", Map.of("file", extra.get()));
        }
        return new TrustStores(bundle);
    }

    TrustAnchors extra() {
        return extra;
    }

    synchronized TrustAnchors system() {
        if (system == null) {
            system = loadSystem();
        }
        return system;
    }

    synchronized TrustAnchors java() {
        if (java == null) {
            Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
            java = JksFile.read(file).<TrustAnchors>map(all -> all).orElseGet(() -> loadKeyStore("JKS", Optional.of(file)));
        }
        return java;
    }

    private static TrustAnchors loadSystem() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return loadKeyStore("Windows-ROOT", Optional.empty());
        }
        if (os.contains("mac")) {
            return loadKeyStore("KeychainStore-ROOT", Optional.empty());
        }
        for (String bundle : BUNDLES) {
            if (Files.isReadable(Path.of(bundle))) {
                try {
                    return PemBundle.read(Path.of(bundle));
                } catch (IOException unreadable) {
                    // the next one may do; none at all means that this system vouches for nobody
                }
            }
        }
        return TrustAnchors.NONE;
    }

    private static TrustAnchors loadKeyStore(String type, Optional<Path> file) {
        try (InputStream in = file.isEmpty() ? null : Files.newInputStream(file.get())) {
            var store = KeyStore.getInstance(type);
            store.load(in, null);
            List<X509Certificate> all = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.add(certificate);
                }
            }
            return issuer -> all.stream().filter(c -> c.getSubjectX500Principal().equals(issuer)).toList();
        } catch (GeneralSecurityException | IOException noSuchStore) {
            return TrustAnchors.NONE;
        }
    }
}
