package org.mailmedic.website;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mailmedic.net.tls.TrustStores;

/// Who vouches for certificates here: this system, Java, and whom the person named.
public final class Authorities {
    private final TrustStores stores;

    private Authorities(TrustStores stores) {
        this.stores = stores;
    }

    /// @param extra a PEM file of authorities
    /// @throws IOException when it cannot be used; the message says why
    public static Authorities with(Optional<Path> extra) throws IOException {
        return new Authorities(TrustStores.with(extra));
    }

    TrustStores stores() {
        return stores;
    }
}
