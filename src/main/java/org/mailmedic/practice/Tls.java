package org.mailmedic.practice;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mailmedic.practice.certificate.Identities;
import org.mailmedic.practice.certificate.Identity;
import org.mailmedic.practice.certificate.IdentityKind;

/// The server's TLS: keys and certificates are made at the first handshake, or when somebody asks for them.
/// Used by many threads.
final class Tls implements PracticeDialogue.Encryption {
    private final IdentityKind kind;
    private final List<String> names;
    private final String issuerUrl;
    private @Nullable Identities identities;
    private @Nullable Identity identity;
    private @Nullable SSLContext context;

    Tls(IdentityKind kind, List<String> names, String issuerUrl) {
        this.kind = kind;
        this.names = names;
        this.issuerUrl = issuerUrl;
    }

    @Override
    public void begin(Wire wire) throws IOException, GeneralSecurityException {
        SSLContext ready;
        Identity mine;
        synchronized (this) {
            mine = identity();
            if (context == null) {
                context = mine.context();
            }
            ready = context;
        }
        wire.encrypt(ready, mine.protocols());
    }

    synchronized X509Certificate authority() throws GeneralSecurityException {
        return identities().root();
    }

    synchronized Identity identity() throws GeneralSecurityException {
        if (identity == null) {
            identity = kind.make(identities());
        }
        return identity;
    }

    private Identities identities() throws GeneralSecurityException {
        if (identities == null) {
            identities = new Identities(Clock.systemUTC(), names, issuerUrl, kind.rootName());
        }
        return identities;
    }
}
