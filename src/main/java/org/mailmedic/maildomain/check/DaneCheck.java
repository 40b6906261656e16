package org.mailmedic.maildomain.check;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.net.tls.CertificateNames;

/// Whether the certificates of the hosts that take mail are those that DNS promises (RFC 7672). It is fine to promise none; a broken
/// promise makes mail bounce.
public final class DaneCheck {
    private static final int MOST_HOSTS = 5;
    private static final String NOT_SIGNED = "not_signed";
    private static final Set<String> BROKEN = Set.of("unusable", "without_tls", "mismatch");
    private static final String PORT = "_25._tcp.";
    private static final int DANE_TA = 2;
    private static final int DANE_EE = 3;

    private final Subject subject;
    private final MailServers servers;

    private DaneCheck(Subject subject, MailServers servers) {
        this.subject = subject;
        this.servers = servers;
    }

    public static RecordLook look(Subject subject, MailServers servers) {
        return new DaneCheck(subject, servers).look();
    }

    private RecordLook look() {
        List<DomainRecord> records = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> hosts = subject.mailHosts().stream().map(DnsData.MailHost::target)
                .filter(host -> !host.isEmpty() && !MxCheck.numbers(host)).map(DomainName::plain).distinct().limit(MOST_HOSTS).toList();
        List<Promise> promises = hosts.stream().map(this::promise).filter(Promise::made).toList();
        servers.ahead(promises.stream().map(Promise::base).distinct().toList());
        for (Promise promise : promises) {
            look(promise).ifPresent(record -> {
                records.add(record);
                if (record.state() == RecordState.PROBLEM) {
                    findings.add(Findings.of(Code.DOMAIN_DANE_MISMATCH, 0.95, record));
                } else if (BROKEN.contains(record.note())) {
                    findings.add(Findings.of(Code.DOMAIN_DANE_MISMATCH, record.authentic() ? 0.9 : 0.6, record).asWarning());
                }
            });
        }
        if (records.isEmpty() && !hosts.isEmpty()) {
            records.add(DomainRecord.of(RecordType.DANE, PORT + hosts.getFirst(), RecordState.MISSING, "missing", subject.facts()));
        }
        return new RecordLook(records, findings, false);
    }

    /// What DNS says of a host's certificate.
    ///
    /// @param host as the MX names it
    /// @param base the name whose records count, and for which the server is asked to show its certificate
    private record Promise(String host, String base, DnsAnswer answer) {
        String name() {
            return PORT + base;
        }

        boolean made() {
            return answer.failed() || !answer.records().isEmpty();
        }
    }

    /// Where the host is but an alias, the records of the name that it leads to come first, and its own where that one has none
    /// (RFC 7672 §2.2.2). An alias that nobody vouches for does not lead away from what somebody vouches for.
    private Promise promise(String host) {
        var own = new Promise(host, host, subject.zone().ask(PORT + host, DnsType.TLSA));
        for (DnsType type : List.of(DnsType.A, DnsType.AAAA)) {
            DnsAnswer address = subject.zone().ask(host, type);
            if (!address.aliases().isEmpty()) {
                String base = DomainName.plain(address.aliases().getLast());
                var there = new Promise(host, base, subject.zone().ask(PORT + base, DnsType.TLSA));
                boolean believed = address.authentic() || !there.answer().authentic() && !own.answer().authentic();
                return there.made() && believed ? there : own;
            }
        }
        return own;
    }

    private Optional<DomainRecord> look(Promise promise) {
        String name = promise.name();
        DnsAnswer answer = promise.answer();
        Facts facts = subject.facts().and("host", promise.host());
        if (answer.failed()) {
            // the sender's server would wait too (RFC 7672 §2.1.1), yet nothing is known about the record itself
            return Optional.of(DomainRecord.of(RecordType.DANE, name, RecordState.UNKNOWN, Subject.silence(answer), facts));
        }
        List<DnsData.Tlsa> all = answer.all(DnsData.Tlsa.class).limit(20).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String text = all.stream().map(DnsData.Tlsa::text).collect(Collectors.joining("\n"));
        return Optional.of(judged(name, promise.base(), all, facts.and("signed", answer.authentic() ? "yes" : "no"), answer.authentic())
                .showing(text).signed(answer.authentic()));
    }

    /// What stops mail where DNSSEC vouches for the records, and nobody where it does not (RFC 7672 §2.1).
    private static DomainRecord broken(String name, String note, Facts facts, boolean authentic) {
        return authentic ? DomainRecord.of(RecordType.DANE, name, RecordState.PROBLEM, note, facts)
                : DomainRecord.of(RecordType.DANE, name, RecordState.WARNING, note, facts).remarking(NOT_SIGNED);
    }

    private DomainRecord judged(String name, String host, List<DnsData.Tlsa> all, Facts facts, boolean authentic) {
        List<DnsData.Tlsa> usable = all.stream().filter(DaneCheck::usable).toList();
        MailServers.Greeted greeted = servers.greet(host);
        if (usable.isEmpty() && greeted.reach() != MailServers.Reach.WITHOUT_TLS) {
            // then encryption is a must and the certificate is nobody's concern, so mail arrives (RFC 7672 §2.2)
            var record = DomainRecord.of(RecordType.DANE, name, RecordState.WARNING, "unusable", facts);
            return authentic ? record : record.remarking(NOT_SIGNED);
        }
        return switch (greeted.reach()) {
            case NOT_REACHED -> DomainRecord.of(RecordType.DANE, name, RecordState.UNKNOWN, "not_seen", facts);
            case WITHOUT_TLS -> broken(name, "without_tls", facts, authentic);
            case TLS -> {
                CertificateFacts shown = greeted.certificate().orElseThrow();
                if (strongest(usable).noneMatch(each -> matches(each, shown, subject.domain()))) {
                    yield broken(name, "mismatch", facts, authentic).proposing(proposal(name, shown));
                }
                var record = DomainRecord.of(RecordType.DANE, name, authentic ? RecordState.FINE : RecordState.WARNING,
                        authentic ? "fine" : "unsigned", facts);
                boolean single = usable.size() == 1 && usable.getFirst().usage() == DANE_EE;
                yield single && usable.getFirst().selector() == 0 ? record.remarking("whole_certificate") : record;
            }
        };
    }

    /// Usages 0 and 1 mean nothing to mail servers (RFC 7672 §3.1.3).
    private static boolean usable(DnsData.Tlsa tlsa) {
        int length = tlsa.data().length() / 2;
        boolean whole = switch (tlsa.matching()) {
            case 0 -> length > 0;
            case 1 -> length == 32;
            case 2 -> length == 64;
            default -> false;
        };
        return (tlsa.usage() == DANE_TA || tlsa.usage() == DANE_EE) && (tlsa.selector() == 0 || tlsa.selector() == 1) && whole;
    }

    /// With usage 2 the name and the dates count too, with usage 3 nothing but the match (RFC 7672 §3.1.1, §3.1.2). The name may be the
    /// host's or the domain's (§3.2.2).
    private static boolean matches(DnsData.Tlsa tlsa, CertificateFacts shown, String domain) {
        if (tlsa.usage() == DANE_EE) {
            return matches(tlsa, shown.leaf());
        }
        boolean named = !shown.has(CertificateProblem.WRONG_NAME) || CertificateNames.cover(shown.leaf(), domain);
        return named && !shown.has(CertificateProblem.EXPIRED)
                && !shown.has(CertificateProblem.NOT_YET_VALID)
                && above(shown.chain()).stream().anyMatch(each -> matches(tlsa, each));
    }

    /// The authorities that were sent and did sign, one the other and the first one the server's own certificate: whatever else was sent
    /// proves nothing.
    private static List<X509Certificate> above(List<X509Certificate> chain) {
        List<X509Certificate> signers = new ArrayList<>();
        List<X509Certificate> left = new ArrayList<>(chain.subList(1, chain.size()));
        X509Certificate below = chain.getFirst();
        for (boolean found = true; found; ) {
            X509Certificate signed = below;
            Optional<X509Certificate> signer = left.stream().filter(each -> signed(signed, each)).findFirst();
            found = signer.isPresent();
            if (found) {
                below = signer.get();
                left.remove(below);
                signers.add(below);
            }
        }
        return signers;
    }

    private static boolean signed(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /// Of several digests of the same thing only the longest counts, and the thing itself beside it (RFC 7671 §9).
    private static Stream<DnsData.Tlsa> strongest(List<DnsData.Tlsa> usable) {
        return usable.stream().filter(each -> each.matching() == 0 || usable.stream().noneMatch(other -> other.usage() == each.usage()
                && other.selector() == each.selector() && other.matching() > each.matching()));
    }

    private static boolean matches(DnsData.Tlsa tlsa, X509Certificate certificate) {
        try {
            byte[] bytes = tlsa.selector() == 0 ? certificate.getEncoded() : certificate.getPublicKey().getEncoded();
            byte[] data = switch (tlsa.matching()) {
                case 1 -> MessageDigest.getInstance("SHA-256").digest(bytes);
                case 2 -> MessageDigest.getInstance("SHA-512").digest(bytes);
                default -> bytes;
            };
            return HexFormat.of().formatHex(data).equals(tlsa.data());
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    /// The key of today, beside which the old record must stay until its time to live is over.
    private static Optional<Proposal> proposal(String name, CertificateFacts shown) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(shown.leaf().getPublicKey().getEncoded());
            return Optional.of(new Proposal(name, "TLSA", "3 1 1 " + HexFormat.of().formatHex(key)));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }
}
