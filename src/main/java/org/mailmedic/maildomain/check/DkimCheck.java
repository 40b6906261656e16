package org.mailmedic.maildomain.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dkim.DkimKey;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.spf.SpfRecord;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.ProviderFact;

/// The keys of the domain's signature (RFC 6376 §3.6). DNS does not list them: they are found only under names that are known or guessed.
public final class DkimCheck {
    /// Names that keys often have; from the help pages of mail services, looked at in 2026-11.
    private static final List<String> USUAL = List.of("default", "dkim", "mail", "google", "selector1", "selector2", "s1", "s2", "k1",
            "k2", "k3",
            "key1", "fm1", "fm2", "fm3", "smtp", "mx", "email", "zoho", "zmail", "protonmail", "protonmail2", "protonmail3", "pm",
                    "mandrill",
            "mailjet", "sib", "brevo1", "resend", "cm", "mxvault", "hs1", "hs2", "titan1", "hostingermail-a", "sig1", "x", "20230601",
                    "mte1", "api");

    /// More records than this under one selector are nobody's key.
    private static final int MOST_TEXTS = 20;

    private final Subject subject;
    private final Set<String> given;

    private DkimCheck(Subject subject, Set<String> given) {
        this.subject = subject;
        this.given = given;
    }

    /// The selectors that will be asked for, the surest first; so that they can be asked for all at once.
    public static List<String> selectors(Subject subject, List<String> given) {
        Set<String> all = new LinkedHashSet<>(given);
        subject.provider().ifPresent(provider -> subject.book().details(provider).dkimSelectors().stream().map(ProviderFact::value)
                .forEach(all::add));
        all.addAll(USUAL);
        return List.copyOf(all);
    }

    /// @param given selectors that mail is known to be signed with
    public static RecordLook look(Subject subject, List<String> given) {
        return new DkimCheck(subject, new LinkedHashSet<>(given)).look();
    }

    private record Found(String selector, DomainRecord record, boolean usable, Optional<DkimKey> key) {}

    private RecordLook look() {
        List<Found> found = new ArrayList<>();
        Optional<DnsAnswer> failed = Optional.empty();
        for (String selector : selectors(subject, List.copyOf(given))) {
            DnsAnswer answer = subject.zone().ask(selector + "._domainkey." + subject.domain(), DnsType.TXT);
            failed = failed.or(() -> Optional.of(answer).filter(DkimCheck::silent));
            found(selector, answer).ifPresent(found::add);
        }
        boolean usable = found.stream().anyMatch(Found::usable);
        List<Found> lost = found.stream().filter(each -> given.contains(each.selector()) && !each.usable()).toList();
        List<DomainRecord> records = new ArrayList<>(found.stream().map(Found::record).toList());
        List<Finding> findings = new ArrayList<>();
        found.stream().filter(each -> each.key().map(key -> key.state() == DkimKey.State.TOO_WEAK).orElse(false))
                .findFirst().ifPresent(each -> findings.add(Findings.of(Code.DOMAIN_DKIM_WEAK, 0.95, each.record())));
        found.stream().filter(each -> each.key().map(key -> key.state() == DkimKey.State.SHORT).orElse(false))
                .min(Comparator.comparingInt(each -> each.key().orElseThrow().bits()))
                .ifPresent(each -> findings.add(Findings.of(Code.DOMAIN_DKIM_WEAK, 0.9, each.record()).asWarning()));
        boolean weakTold = findings.stream().anyMatch(Finding::stops);
        if (!lost.isEmpty() && !weakTold) {
            findings.add(Findings.of(Code.DOMAIN_DKIM_MISSING, 0.95, lost.getFirst().record()));
        } else if (!usable && !weakTold) {
            return none(records, findings, failed);
        }
        return new RecordLook(records, findings, false);
    }

    /// No key that works. The name above all keys tells whether there can be others (RFC 8020): where it does not exist, there are none.
    private RecordLook none(List<DomainRecord> records, List<Finding> findings, Optional<DnsAnswer> failed) {
        String above = "_domainkey." + subject.domain();
        DnsAnswer answer = subject.zone().ask(above, DnsType.TXT);
        DnsAnswer own = subject.zone().ask(subject.domain(), DnsType.TXT);
        Optional<DnsAnswer> unknown = Optional.of(answer).filter(DnsAnswer::failed).or(() -> records.isEmpty() ? failed : Optional.empty())
                // whether anybody may send, and so whether a key is needed at all, is not known either then
                .or(() -> Optional.of(own).filter(each -> records.isEmpty() && each.failed()));
        if (unknown.isPresent()) {
            records.add(DomainRecord.of(RecordType.DKIM, above, RecordState.UNKNOWN, Subject.silence(unknown.get()), subject.facts()));
            return new RecordLook(records, findings, false);
        }
        if (records.isEmpty() && sendsNoMail(own)) {
            return RecordLook.of(DomainRecord.of(RecordType.DKIM, above, RecordState.MISSING, "not_needed", subject.facts()));
        }
        boolean impossible = answer.status() == DnsAnswer.Status.NO_NAME;
        if (records.isEmpty() && !impossible) {
            DnsAnswer absent = subject.zone().ask("mailmedic-no-such-name." + subject.domain(), DnsType.TXT);
            boolean tells = absent.status() == DnsAnswer.Status.NO_NAME;
            if (tells || absent.failed()) {
                records.add(DomainRecord.of(RecordType.DKIM, above, RecordState.UNKNOWN, tells ? "other_selector" : Subject.silence(absent),
                        subject.facts()));
                return new RecordLook(records, findings, false);
            }
        }
        Optional<DomainRecord> broken = records.stream().findFirst();
        var record = broken.orElseGet(() -> DomainRecord.of(RecordType.DKIM, above, RecordState.MISSING, "missing",
                provider(subject.facts())));
        if (broken.isEmpty()) {
            records.add(record);
        }
        findings.add(Findings.of(Code.DOMAIN_DKIM_MISSING, impossible ? 0.95 : 0.7, record));
        return new RecordLook(records, findings, false);
    }

    private static boolean silent(DnsAnswer answer) {
        return answer.failed() && answer.status() != DnsAnswer.Status.ALIAS_LOOP;
    }

    /// A domain whose SPF record lets nobody send has nothing to sign.
    private static boolean sendsNoMail(DnsAnswer own) {
        return own.texts().stream().filter(SpfRecord::claims)
                .anyMatch(text -> text.strip().replaceAll(" +", " ").equalsIgnoreCase("v=spf1 -all"));
    }

    private Facts provider(Facts facts) {
        return facts.and("provider", subject.provider().map(each -> each.name()).orElse(""));
    }

    private Optional<Found> found(String selector, DnsAnswer answer) {
        String name = selector + "._domainkey." + subject.domain();
        Facts facts = provider(subject.facts()).and("selector", selector).and("alias", answer.aliases().isEmpty() ? "" : answer.aliases()
                .getLast());
        List<String> keys = answer.texts().stream().limit(MOST_TEXTS).toList();
        if (keys.isEmpty()) {
            return absent(selector, answer, name, facts);
        }
        String text = keys.stream().filter(DkimKey::claims).findFirst().orElse(keys.getFirst());
        if (!given.contains(selector) && keys.stream().noneMatch(DkimKey::claims)) {
            // a wildcard, or something of another kind under a usual name
            return Optional.empty();
        }
        DkimKey key = DkimKey.parse(text);
        boolean several = keys.stream().filter(DkimKey::claims).count() > 1;
        Facts about = facts.and("bits", key.bits() == 0 ? "" : key.bits()).and("type", key.type());
        RecordState state = several ? RecordState.PROBLEM : switch (key.state()) {
            case FINE -> key.testing() ? RecordState.WARNING : RecordState.FINE;
            case SHORT, REVOKED -> RecordState.WARNING;
            case TOO_WEAK, BROKEN, UNKNOWN_TYPE, NOT_FOR_MAIL -> RecordState.PROBLEM;
        };
        String note = several ? "several" : key.state() == DkimKey.State.FINE && key.testing() ? "testing" : key.state().name().toLowerCase(
                Locale.ROOT);
        String shown = several ? keys.stream().filter(DkimKey::claims).collect(Collectors.joining("\n")) : text;
        var record = DomainRecord.of(RecordType.DKIM, name, state, note, about).showing(shown).signed(answer.authentic());
        return Optional.of(new Found(selector, record, !several && key.state().usable(), Optional.of(key)));
    }

    /// Nothing there: told where mail is known to be signed so, or where an alias leads nowhere.
    private Optional<Found> absent(String selector, DnsAnswer answer, String name, Facts facts) {
        boolean dead = !answer.aliases().isEmpty() && (answer.empty() || answer.status() == DnsAnswer.Status.ALIAS_LOOP)
                && DomainName.fits(answer.aliases().getLast());
        if (dead && !wildcard()) {
            var record = DomainRecord.of(RecordType.DKIM, name, given.contains(selector) ? RecordState.PROBLEM : RecordState.WARNING,
                    "dead_alias",
                    facts).showing("CNAME " + answer.aliases().getFirst());
            return Optional.of(new Found(selector, record, false, Optional.empty()));
        }
        if (!given.contains(selector)) {
            return Optional.empty();
        }
        var record = answer.failed() ? DomainRecord.of(RecordType.DKIM, name, RecordState.UNKNOWN, Subject.silence(answer), facts)
                : DomainRecord.of(RecordType.DKIM, name, RecordState.MISSING, "selector_missing", facts);
        return Optional.of(new Found(selector, record, answer.failed(), Optional.empty()));
    }

    /// Whether every name below the domain leads somewhere, or may do so, so that an alias says nothing.
    private boolean wildcard() {
        DnsAnswer absent = subject.zone().ask("mailmedic-no-such-name._domainkey." + subject.domain(), DnsType.TXT);
        return absent.failed() || !absent.aliases().isEmpty();
    }
}
