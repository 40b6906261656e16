package org.mailmedic.maildomain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.dns.Overlay;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.Findings;
import org.mailmedic.maildomain.record.Proposal;
import org.mailmedic.maildomain.record.RecordLook;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.spf.Directive;
import org.mailmedic.maildomain.spf.SpfEvaluator;
import org.mailmedic.maildomain.spf.SpfNode;
import org.mailmedic.maildomain.spf.SpfProposal;
import org.mailmedic.maildomain.spf.SpfRecord;
import org.mailmedic.maildomain.spf.SpfResult;
import org.mailmedic.maildomain.spf.SpfTree;
import org.mailmedic.maildomain.spf.SpfVerdict;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsType;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderFact;

/// Who may send for the domain: is there one SPF record, does it hold, and does it cover those who send (RFC 7208)?
public final class SpfCheck {
    private static final int MOST_LOOKUPS = 10;
    private static final int MOST_VOID = 2;

    /// What SPF says to one sender.
    public record Entry(Sender sender, SpfVerdict verdict) {}

    /// @param tree empty where there is not exactly one record
    public record SpfLook(RecordLook look, List<Entry> entries, Optional<SpfNode> tree) {
        public SpfLook {
            entries = List.copyOf(entries);
        }
    }

    private final Subject subject;
    private final List<Sender> senders;
    private final SpfProposal proposals;

    private SpfCheck(Subject subject, List<Sender> senders) {
        this.subject = subject;
        this.senders = senders;
        this.proposals = new SpfProposal(subject.domain(), subject.zone());
    }

    public static SpfLook look(Subject subject, List<Sender> senders) {
        return new SpfCheck(subject, senders).look();
    }

    private SpfLook look() {
        DnsAnswer answer = subject.zone().ask(subject.domain(), DnsType.TXT);
        var evaluator = new SpfEvaluator(subject.zone());
        List<Entry> entries = senders.stream().map(each -> new Entry(each, evaluator.check(each.ip(), each.helo(), each.mailFrom())))
                .toList();
        if (answer.failed()) {
            return new SpfLook(RecordLook.unanswered(record(RecordState.UNKNOWN, Subject.silence(answer), subject.facts())), entries,
                    Optional.empty());
        }
        List<String> records = answer.texts().stream().filter(SpfRecord::claims).toList();
        if (records.isEmpty()) {
            return new SpfLook(none(answer.texts()), entries, Optional.empty());
        }
        if (records.size() > 1) {
            return new SpfLook(several(records), entries, Optional.empty());
        }
        SpfNode tree = SpfTree.of(subject.domain(), subject.zone());
        return new SpfLook(one(SpfRecord.parse(records.getFirst()), tree, entries, answer.authentic()), entries, Optional.of(tree));
    }

    private DomainRecord record(RecordState state, String note, Facts facts) {
        return DomainRecord.of(RecordType.SPF, subject.domain(), state, note, facts);
    }

    private RecordLook none(List<String> texts) {
        Optional<String> meant = texts.stream().filter(SpfCheck::resembles).findFirst();
        if (meant.isPresent()) {
            Optional<String> repaired = unquoted(meant.get()).filter(SpfRecord::claims).map(SpfRecord::parse).flatMap(proposals::repaired);
            var record = record(RecordState.PROBLEM, "not_a_record", subject.facts()).showing(meant.get())
                    .proposing(repaired.map(this::entry));
            return RecordLook.of(record, Findings.of(Code.DOMAIN_SPF_SYNTAX, 0.9, record));
        }
        List<String> terms = new ArrayList<>(terms(senders.stream().filter(each -> !each.inside()).toList()));
        subject.provider().flatMap(this::include).filter(term -> !terms.contains(term)).ifPresent(terms::addFirst);
        if (terms.isEmpty() && !subject.mailHosts().isEmpty() && !subject.takesNoMail()) {
            terms.add("mx");
        }
        // who takes no mail may still send some (RFC 7505 §4.2): nothing is proposed that would have it refused
        Optional<String> fresh = terms.isEmpty() ? Optional.empty() : proposals.fresh(terms);
        var record = inside(record(RecordState.MISSING, "missing", withInside(subject.facts())).proposing(fresh.map(this::entry)));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_SPF_MISSING, 0.95, record));
    }

    /// Something that was meant to be a record and that no receiver takes for one.
    private static boolean resembles(String text) {
        String small = text.substring(0, Math.min(40, text.length())).toLowerCase(Locale.ROOT).replaceAll("[\\s\"'\u00a0]", "");
        return small.startsWith("v=spf") || small.startsWith("spf1") || small.startsWith("v:spf1");
    }

    private static Optional<String> unquoted(String text) {
        String bare = text.replaceAll("[\"']", "").strip();
        return Optional.of(bare.replaceFirst("^(?i:v=spf1?|spf1|v:spf1)[.;,:]?\\s*", "v=spf1 "));
    }

    private RecordLook several(List<String> records) {
        var record = record(RecordState.PROBLEM, "several", subject.facts().and("count", records.size()))
                .showing(String.join("\n", records))
                .proposing(proposals.merged(records).map(this::entry));
        return RecordLook.of(record, Findings.of(Code.DOMAIN_SPF_MULTIPLE, 0.98, record));
    }

    private RecordLook one(SpfRecord record, SpfNode tree, List<Entry> entries, boolean authentic) {
        Facts facts = subject.facts().and("lookups", tree.lookups()).and("voidLookups", tree.voidLookups());
        if (!record.wellFormed()) {
            return fault(record, Code.DOMAIN_SPF_SYNTAX, "syntax", facts.and("term", String.join(" ", record.broken())),
                    proposals.repaired(record), authentic);
        }
        Optional<SpfNode> loop = tree.first(SpfNode.State.LOOP);
        Optional<SpfNode> names = tree.first(SpfNode.State.TOO_MANY_NAMES);
        if (tree.lookups() > MOST_LOOKUPS || loop.isPresent() || names.isPresent() || tree.voidLookups() > MOST_VOID) {
            String note = loop.isPresent() ? "loop" : tree.lookups() > MOST_LOOKUPS ? "lookups" : names.isPresent() ? "mx_names" : "void";
            return fault(record, Code.DOMAIN_SPF_TOO_MANY_LOOKUPS, note, facts.and("term", loop.or(() -> names).flatMap(SpfNode::term)
                    .orElse("")),
                    Optional.empty(), authentic);
        }
        Optional<SpfNode> broken = broken(tree);
        if (broken.isPresent()) {
            return fault(record, Code.DOMAIN_SPF_SYNTAX, broken.get().state() == SpfNode.State.MISSING ? "include_missing"
                    : "include_broken",
                    facts.and("term", broken.get().term().orElse("")).and("include", broken.get().domain()), Optional.empty(), authentic);
        }
        return covering(record, tree, entries, facts, authentic);
    }

    private static Optional<SpfNode> broken(SpfNode tree) {
        return tree.first(SpfNode.State.MISSING).or(() -> tree.first(SpfNode.State.SEVERAL)).or(() -> tree.first(SpfNode.State.BROKEN));
    }

    private RecordLook fault(SpfRecord spf, Code code, String note, Facts facts, Optional<String> proposal, boolean authentic) {
        var record = record(RecordState.PROBLEM, note, facts).showing(spf.text()).proposing(proposal.map(this::entry)).signed(authentic);
        return RecordLook.of(record, Findings.of(code, 0.95, record));
    }

    private Facts withInside(Facts facts) {
        return facts.and("inside", senders.stream().filter(Sender::inside).findFirst().map(Sender::shown).orElse(""));
    }

    /// Of an address that no receiver ever sees, no record says anything.
    private DomainRecord inside(DomainRecord record) {
        return senders.stream().anyMatch(Sender::inside) ? record.remarking("inside") : record;
    }

    private RecordLook covering(SpfRecord spf, SpfNode tree, List<Entry> entries, Facts before, boolean authentic) {
        Facts facts = withInside(before);
        List<Entry> own = entries.stream().filter(each -> !each.sender().inside() && domainOf(each.sender()).equals(subject.domain()))
                .toList();
        Optional<Entry> broken = own.stream().filter(each -> each.verdict().result() == SpfResult.PERMERROR).findFirst();
        if (broken.isPresent()) {
            return permerror(spf, tree, broken.get(), facts, authentic);
        }
        boolean silent = tree.first(SpfNode.State.UNANSWERED).isPresent()
                || own.stream().anyMatch(each -> each.verdict().result() == SpfResult.TEMPERROR);
        boolean unanswered = silent || entries.stream().anyMatch(each -> each.verdict().result() == SpfResult.TEMPERROR);
        List<Entry> left = own.stream().filter(each -> switch (each.verdict().result()) {
            case FAIL, SOFTFAIL, NEUTRAL, NONE -> true;
            case PASS, TEMPERROR, PERMERROR -> false;
        }).toList();
        if (left.isEmpty()) {
            // of who sends under another domain's name this record says nothing
            boolean unasked = tree.first(SpfNode.State.UNANSWERED).map(node -> subject.zone().ask(node.domain(), DnsType.TXT))
                    .filter(answer -> answer.status() == DnsAnswer.Status.NOT_ASKED).isPresent();
            String note = unasked ? "not_asked" : silent ? "includes_unanswered"
                    : own.isEmpty() || own.size() < entries.size() ? "fine" : "covering";
            var record = remarks(record(silent ? RecordState.UNKNOWN : RecordState.FINE, note, facts).showing(spf.text())
                    .signed(authentic), spf, tree);
            return new RecordLook(List.of(open(spf) ? closing(record, spf, own) : record), List.of(), unanswered);
        }
        Sender first = left.getFirst().sender();
        Facts who = facts.and("sender", first.shown()).and("ip", first.address()).and("host", first.host().orElse(""))
                .and("result", left.getFirst().verdict().result().id()).and("term", left.getFirst().verdict().term().orElse(""));
        Optional<String> more = proposals.extended(spf, terms(left.stream().map(Entry::sender).toList()))
                .filter(text -> covers(text, left));
        var record = remarks(record(RecordState.PROBLEM, "not_covering", who).showing(spf.text()).proposing(more.map(this::entry))
                .signed(authentic), spf, tree);
        List<Finding> findings = List.of(Findings.of(Code.DOMAIN_SPF_NOT_COVERING, 0.95, record));
        return new RecordLook(List.of(record), findings, unanswered);
    }

    /// What only shows with a sender's own words put in: a macro leads to where nothing can be read (§4.6.4, §5.2).
    private RecordLook permerror(SpfRecord spf, SpfNode tree, Entry entry, Facts facts, boolean authentic) {
        SpfVerdict verdict = entry.verdict();
        Facts about = facts.and("sender", entry.sender().shown()).and("lookups", Math.max(tree.lookups(), verdict.lookups()))
                .and("voidLookups", Math.max(tree.voidLookups(), verdict.voidLookups()))
                .and("term", tree.first(SpfNode.State.DEPENDS).flatMap(SpfNode::term).orElse(""));
        return switch (verdict.cause()) {
            case TOO_MANY_LOOKUPS -> fault(spf, Code.DOMAIN_SPF_TOO_MANY_LOOKUPS, "lookups", about, Optional.empty(), authentic);
            case TOO_MANY_VOID_LOOKUPS -> fault(spf, Code.DOMAIN_SPF_TOO_MANY_LOOKUPS, "void", about, Optional.empty(), authentic);
            case TOO_MANY_NAMES -> fault(spf, Code.DOMAIN_SPF_TOO_MANY_LOOKUPS, "mx_names", about, Optional.empty(), authentic);
            case NONE, DNS, SYNTAX, SEVERAL_RECORDS, NO_RECORD_THERE ->
                    fault(spf, Code.DOMAIN_SPF_SYNTAX, "permerror", about, Optional.empty(), authentic);
        };
    }

    private static String domainOf(Sender sender) {
        String from = sender.mailFrom().isEmpty() ? sender.helo() : sender.mailFrom().substring(sender.mailFrom().lastIndexOf('@') + 1);
        return DomainName.plain(from);
    }

    /// The proof: the proposal as if it were entered, asked about everybody it is meant for.
    private boolean covers(String text, List<Entry> left) {
        var evaluator = new SpfEvaluator(new Overlay(subject.zone(), subject.domain(), List.of(text)));
        return left.stream().map(Entry::sender).allMatch(each -> evaluator.check(each.ip(), each.helo(), each.mailFrom())
                .result() == SpfResult.PASS);
    }

    /// Whether it allows everybody.
    private static boolean open(SpfRecord spf) {
        return spf.directives().stream().anyMatch(each -> each.kind() == Directive.Kind.ALL && each.result() == SpfResult.PASS);
    }

    /// The same for those alone who are known to send. Where none are, no record can be written that would not shut somebody out.
    private DomainRecord closing(DomainRecord record, SpfRecord spf, List<Entry> own) {
        if (own.isEmpty()) {
            return record.remarking("all_unnamed");
        }
        List<Entry> needed = own.stream().filter(each -> proposals.closed(spf, List.of()).filter(text -> covers(text, List.of(each)))
                .isEmpty()).toList();
        Optional<String> closed = proposals.closed(spf, terms(needed.stream().map(Entry::sender).toList()))
                .filter(text -> covers(text, own));
        return closed.map(text -> record.remarking("all_closed").proposing(Optional.of(entry(text)))).orElse(record);
    }

    private DomainRecord remarks(DomainRecord record, SpfRecord spf, SpfNode tree) {
        DomainRecord all = inside(record);
        if (open(spf)) {
            all = all.remarking("all_allowed");
        }
        if (spf.directives().stream().noneMatch(each -> each.kind() == Directive.Kind.ALL) && spf.redirect().isEmpty()) {
            all = all.remarking("no_end");
        }
        if (spf.directives().stream().anyMatch(each -> each.kind() == Directive.Kind.ALL && each.result() == SpfResult.NEUTRAL)) {
            all = all.remarking("neutral_end");
        }
        if (spf.directives().stream().anyMatch(each -> each.kind() == Directive.Kind.PTR)) {
            all = all.remarking("ptr");
        }
        return tree.unreached().isEmpty() ? all : all.remarking("unreached");
    }

    /// What lets these senders through: the provider's own include where the host is a known provider's, else the address.
    private List<String> terms(List<Sender> who) {
        List<String> terms = new ArrayList<>();
        for (Sender each : who) {
            String term = each.host().flatMap(subject.book()::byHost).flatMap(this::include)
                    .orElse((each.ip().getAddress().length == 4 ? "ip4:" : "ip6:") + each.address());
            if (!terms.contains(term)) {
                terms.add(term);
            }
        }
        return terms;
    }

    private Optional<String> include(Provider provider) {
        return subject.book().details(provider).spfInclude().map(ProviderFact::value).map(name -> "include:" + name);
    }

    private Proposal entry(String text) {
        return Proposal.txt(subject.domain(), text);
    }
}
