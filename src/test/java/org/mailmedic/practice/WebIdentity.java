package org.mailmedic.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.mailmedic.practice.certificate.Identities;

/// A certificate for a test's own server, and the root to trust it by.
public final class WebIdentity {
    private final Identities identities;

    /// @param names host names and addresses it is good for
    public WebIdentity(List<String> names) {
        try {
            identities = new Identities(Clock.systemUTC(), names, "", Identities.ROOT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public SSLContext context() {
        try {
            return identities.sound().context();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// Writes the root as PEM.
    public Path root(Path folder) throws IOException {
        try {
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(identities.root().getEncoded());
            return Files.writeString(folder.resolve("root.pem"), "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
