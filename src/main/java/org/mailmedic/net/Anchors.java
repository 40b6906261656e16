package org.mailmedic.net;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Authorities that somebody vouches for, found by name.
@FunctionalInterface
interface Anchors {
    Anchors NONE = _ -> List.of();

    List<X509Certificate> named(X500Principal subject);
}
