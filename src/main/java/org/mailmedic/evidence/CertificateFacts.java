package org.mailmedic.evidence;

import java.security.cert.X509Certificate;
import java.util.List;

/// The chain a server sent, leaf first, and what this device makes of it. Captured even when it is not trusted.
///
/// @param chain     as sent, leaf first; never empty
/// @param problems  everything that is wrong with it, each found by looking at the chain; empty means trusted for this host
/// @param names     the names the leaf is for (subjectAltName, RFC 9525 §6.1); where there are none the common name, which counts for none
///                  but tells people whose it is
/// @param trustedBySystem whether this operating system's store vouches for the chain
/// @param trustedByJava   whether Java's own store does; a quick check-up asks it only when nobody else vouches, and takes it for
///                        granted otherwise
public record CertificateFacts(List<X509Certificate> chain, List<CertificateProblem> problems, List<String> names,
                               boolean trustedBySystem, boolean trustedByJava) {
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";

    public CertificateFacts {
        chain = List.copyOf(chain);
        problems = List.copyOf(problems);
        names = List.copyOf(names);
    }

    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /// Whether there are no alternative names at all.
    public boolean inCommonNameAlone() {
        return leaf().getExtensionValue(ALTERNATIVE_NAMES) == null;
    }

    public boolean verified() {
        return problems.isEmpty();
    }

    public boolean has(CertificateProblem problem) {
        return problems.contains(problem);
    }
}
