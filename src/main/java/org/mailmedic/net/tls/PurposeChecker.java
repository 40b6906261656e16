package org.mailmedic.net.tls;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Part of path building: nobody on the path whose own certificate says that it is not for vouching for servers ([CertificatePurpose]).
final class PurposeChecker extends PKIXCertPathChecker {
    private final X509Certificate leaf;

    PurposeChecker(X509Certificate leaf) {
        this.leaf = leaf;
    }

    @Override
    public void init(boolean forward) {
        // nothing is remembered from one certificate to the next
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public @Nullable Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolved) throws CertPathValidatorException {
        if (!certificate.equals(leaf) && !CertificatePurpose.authority((X509Certificate) certificate)) {
            throw new CertPathValidatorException("an authority that may not vouch for servers");
        }
    }
}
