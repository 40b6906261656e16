package org.mailmedic.net.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Authorities that somebody vouches for, found by name.
@FunctionalInterface
interface TrustAnchors {
    TrustAnchors NONE = _ -> List.of();

    List<X509Certificate> named(X500Principal subject);
}
