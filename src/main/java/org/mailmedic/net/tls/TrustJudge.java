package org.mailmedic.net.tls;

import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;

/// Says what is wrong with a chain by looking at the chain, one question at a time, so that an expired certificate for another name
/// comes out as both. Path building is the JDK's (RFC 5280 §6); whether it is asked about the system's authorities, Java's or the
/// person's own is ours, and so is what OpenSSL asks beyond it: that everybody on the path may vouch for servers ([CertificatePurpose]).
public final class TrustJudge {
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    private static final int WEAKEST_RSA = 2048;
    private static final int WEAKEST_EC = 224;

    private final TrustStores stores;
    private final boolean compare;

    /// @param compare whether Java's store is asked even when the system's vouches already
    public TrustJudge(TrustStores stores, boolean compare) {
        this.stores = stores;
        this.compare = compare;
    }

    public CertificateFacts judge(List<X509Certificate> chain, String host, boolean literal, Instant now) {
        X509Certificate leaf = chain.getFirst();
        List<CertificateProblem> problems = new ArrayList<>();
        Date date = Date.from(now);
        if (leaf.getNotAfter().before(date)) {
            problems.add(CertificateProblem.EXPIRED);
        } else if (leaf.getNotBefore().after(date)) {
            problems.add(CertificateProblem.NOT_YET_VALID);
        }
        Date when = withinDatesOf(leaf, date);
        boolean byExtra = vouched(stores.extra(), chain, when, date);
        boolean bySystem = vouched(stores.system(), chain, when, date);
        boolean byJava = !compare && (bySystem || byExtra) || vouched(stores.java(), chain, when, date);
        if (!byExtra && !bySystem && !byJava) {
            problems.add(whyNot(chain, when));
        }
        if (chain.stream().anyMatch(TrustJudge::weak) && !problems.contains(CertificateProblem.WEAK)) {
            problems.add(CertificateProblem.WEAK);
        }
        if (!CertificatePurpose.server(leaf)) {
            problems.add(CertificateProblem.UNFIT);
        }
        var names = CertificateNames.of(leaf);
        if (!names.cover(host, literal)) {
            problems.add(CertificateProblem.WRONG_NAME);
        }
        return new CertificateFacts(chain, problems, names.shown(), bySystem || byExtra, byJava);
    }

    /// Trust is asked at a moment at which the leaf is valid, so that an expired certificate does not also look untrusted.
    private static Date withinDatesOf(X509Certificate leaf, Date now) {
        if (leaf.getNotAfter().before(now)) {
            return new Date(leaf.getNotAfter().getTime() - 1000);
        }
        return leaf.getNotBefore().after(now) ? new Date(leaf.getNotBefore().getTime() + 1000) : now;
    }

    /// @param now an authority that is good today vouches for what it signed, also where a leaf ran out before the authority itself began
    private boolean vouched(TrustAnchors anchors, List<X509Certificate> chain, Date when, Date now) {
        Set<TrustAnchor> candidates = new HashSet<>();
        for (X509Certificate each : chain) {
            for (X509Certificate authority : anchors.named(each.getIssuerX500Principal())) {
                if (CertificatePurpose.authority(authority) && (within(authority, when) || within(authority, now))) {
                    candidates.add(CertificatePurpose.anchor(authority));
                }
            }
            for (X509Certificate same : anchors.named(each.getSubjectX500Principal())) {
                if (same.equals(each)) {
                    candidates.add(new TrustAnchor(same, null));
                }
            }
        }
        if (candidates.isEmpty()) {
            return false;
        }
        // a certificate that is itself vouched for needs no path (a self-signed one that the person trusts)
        if (candidates.stream().anyMatch(a -> a.getTrustedCert().equals(chain.getFirst()))) {
            return true;
        }
        return pathExists(candidates, chain, when);
    }

    private static boolean within(X509Certificate certificate, Date when) {
        return !certificate.getNotAfter().before(when) && !certificate.getNotBefore().after(when);
    }

    private static boolean pathExists(Set<TrustAnchor> candidates, List<X509Certificate> chain, Date when) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(chain.getFirst());
            var parameters = new PKIXBuilderParameters(candidates, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(when);
            parameters.addCertPathChecker(new PurposeChecker(chain.getFirst()));
            var path = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
            return CertificatePurpose.linked(path);
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    private CertificateProblem whyNot(List<X509Certificate> chain, Date when) {
        X509Certificate leaf = chain.getFirst();
        if (signedBy(leaf, leaf.getPublicKey()) && leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            return weak(leaf) ? CertificateProblem.WEAK : CertificateProblem.SELF_SIGNED;
        }
        if (chain.stream().skip(1).anyMatch(c -> c.getNotAfter().before(when) && links(chain, c))) {
            return CertificateProblem.ISSUER_EXPIRED;
        }
        boolean issuerSent = chain.stream().skip(1).anyMatch(c -> c.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()));
        if (!issuerSent && leaf.getExtensionValue(AUTHORITY_INFORMATION) != null) {
            return CertificateProblem.INCOMPLETE;
        }
        return chain.stream().anyMatch(TrustJudge::weak) ? CertificateProblem.WEAK : CertificateProblem.UNKNOWN_AUTHORITY;
    }

    private static boolean links(List<X509Certificate> chain, X509Certificate issuer) {
        Principal name = issuer.getSubjectX500Principal();
        return chain.stream().anyMatch(c -> c != issuer && c.getIssuerX500Principal().equals(name));
    }

    private static boolean signedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException anotherKey) {
            return false;
        }
    }

    /// Keys and signatures that today's programs refuse (RFC 8301's floor for RSA is lower, but OpenSSL's usual level 2 asks for 112 bits).
    /// A root's own signature proves nothing and is not looked at.
    static boolean weak(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < WEAKEST_RSA) {
            return true;
        }
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < WEAKEST_EC) {
            return true;
        }
        boolean root = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", "");
        return !root && (signature.startsWith("MD") || signature.startsWith("SHA1"));
    }
}
