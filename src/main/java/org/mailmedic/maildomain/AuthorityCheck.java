package org.mailmedic.maildomain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.maildomain.check.Subject;
import org.mailmedic.maildomain.dns.AuthoritativeServers;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// Compares what a name server says about the records that mail depends on with what the domain's own name servers say: an answer from
/// before that is still kept, one that somebody on the way made up, or servers of a domain that do not agree.
final class AuthorityCheck {
    private static final int MOST_SERVERS = 2;
    private static final int MOST_SELECTORS = 2;
    private static final int LONGEST_TOLD = 280;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final AuthoritativeServers authorities;
    private final DomainCheck.Starter starter;
    private final BooleanSupplier over;

    private record Question(RecordType card, String name, DnsType type) {
        String id() {
            return card.id() + ":" + name;
        }
    }

    private record Told(String server, Map<Question, DnsAnswer> answers) {
        Optional<DnsAnswer> answer(Question question) {
            return Optional.ofNullable(answers.get(question));
        }
    }

    /// @param over whether the time is up
    AuthorityCheck(AuthoritativeServers authorities, DomainCheck.Starter starter, BooleanSupplier over) {
        this.authorities = authorities;
        this.starter = starter;
        this.over = over;
    }

    /// @param servers   the names of the domain's own
    /// @param selectors under which mail is known to be signed
    AuthorityLook look(Subject subject, List<String> servers, List<String> selectors) throws InterruptedException {
        List<Question> questions = questions(subject.domain(), selectors);
        List<Future<Told>> started = servers.stream().limit(MOST_SERVERS)
                .map(server -> starter.start(() -> told(subject, server, questions))).toList();
        List<Told> all = new ArrayList<>();
        for (Future<Told> each : started) {
            all.add(done(each));
        }
        List<Told> heard = all.stream().filter(each -> !each.answers().isEmpty()).toList();
        List<String> silent = all.stream().filter(each -> each.answers().isEmpty()).map(Told::server).toList();
        List<AuthorityLook.Difference> differences = questions.stream()
                .flatMap(each -> difference(each, subject.zone().ask(each.name(), each.type()), heard).stream()).toList();
        return new AuthorityLook(heard.stream().map(Told::server).toList(), silent, differences);
    }

    private static List<Question> questions(String domain, List<String> selectors) {
        return Stream.concat(Stream.of(new Question(RecordType.MX, domain, DnsType.MX), new Question(RecordType.SPF, domain, DnsType.TXT),
                new Question(RecordType.DMARC, "_dmarc." + domain, DnsType.TXT),
                new Question(RecordType.MTA_STS, "_mta-sts." + domain, DnsType.TXT)),
                selectors.stream().limit(MOST_SELECTORS)
                        .map(each -> new Question(RecordType.DKIM, each + "._domainkey." + domain, DnsType.TXT))).toList();
    }

    /// One that does not answer the first question is not asked the others.
    private Told told(Subject subject, String server, List<Question> questions) throws InterruptedException {
        Optional<InetAddress> address = Stream.of(DnsType.A, DnsType.AAAA).flatMap(type -> subject.zone().ask(server, type)
                .all(DnsData.Address.class)).map(DnsData.Address::address).findFirst();
        Map<Question, DnsAnswer> answers = new LinkedHashMap<>();
        if (address.isPresent() && !over.getAsBoolean()) {
            answers.put(questions.getFirst(), ask(address.get(), questions.getFirst()));
        }
        if (answers.values().stream().allMatch(DnsAnswer::failed)) {
            return new Told(server, Map.of());
        }
        Map<Question, Future<DnsAnswer>> started = new LinkedHashMap<>();
        questions.stream().skip(1).forEach(each -> started.put(each, starter.start(() -> ask(address.orElseThrow(), each))));
        for (var each : started.entrySet()) {
            answers.put(each.getKey(), done(each.getValue()));
        }
        return new Told(server, answers);
    }

    private DnsAnswer ask(InetAddress address, Question question) {
        return authorities.ask(address, question.name(), question.type());
    }

    private static <T> T done(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException broke) {
            throw new IllegalStateException(broke.getCause());
        }
    }

    private static Optional<AuthorityLook.Difference> difference(Question question, DnsAnswer asked, List<Told> all) {
        List<Told> heard = all.stream().filter(each -> each.answer(question).filter(answer -> !answer.failed()).isPresent()).toList();
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        // who has something to show comes first
        List<Told> fullest = heard.stream().sorted((a, b) -> Boolean.compare(said(question, a).isEmpty(), said(question, b).isEmpty()))
                .toList();
        Told first = fullest.getFirst();
        List<String> says = said(question, first);
        Optional<Told> other = fullest.stream().filter(each -> !said(question, each).equals(says)).findFirst();
        if (other.isPresent()) {
            return Optional.of(new AuthorityLook.Difference(question.id(), question.name(), question.type().name(), first.server(),
                    says, other.get().server(), said(question, other.get()), true, -1));
        }
        List<String> resolver = said(question, asked);
        return asked.failed() || resolver.equals(says) ? Optional.empty() : Optional.of(new AuthorityLook.Difference(question.id(),
                question.name(), question.type().name(), first.server(), says, asked.by(), resolver, false, asked.kept()));
    }

    private static List<String> said(Question question, Told told) {
        return told.answer(question).map(answer -> said(question, answer)).orElse(List.of());
    }

    /// What counts for mail, in an order of its own. Other texts beside an SPF record are no matter of mail.
    private static List<String> said(Question question, DnsAnswer answer) {
        Stream<String> all = question.type() == DnsType.MX ? answer.all(DnsData.MailHost.class)
                .map(host -> host.preference() + " " + (host.target().isEmpty() ? "." : host.target().toLowerCase(Locale.ROOT)))
                : answer.texts().stream();
        return all.filter(text -> question.card() != RecordType.SPF || text.toLowerCase(Locale.ROOT).startsWith("v=spf1")).distinct()
                .sorted().toList();
    }

    /// One warning for all differences, which tells the first of them in full. A domain whose own servers do not agree comes second: the
    /// name server that was asked may have it from any of them.
    static Optional<Finding> finding(String domain, AuthorityLook look) {
        List<AuthorityLook.Difference> foreign = look.differences().stream().filter(each -> !each.own()).toList();
        List<AuthorityLook.Difference> all = foreign.isEmpty() ? look.differences() : foreign;
        if (all.isEmpty()) {
            return Optional.empty();
        }
        AuthorityLook.Difference first = all.getFirst();
        Facts facts = Facts.of("host", domain).and("asked", first.own() ? "servers" : "others")
                .and("names", all.stream().map(each -> each.name() + " (" + each.type() + ")").collect(Collectors.joining(", ")))
                .and("server", first.server()).and("told", shown(first.serverSays()))
                .and("gone", first.serverSays().isEmpty() ? first.name() : "").and(first.own() ? "other" : "resolver", first.other())
                .and("otherTold", shown(first.otherSays())).and("without", first.otherSays().isEmpty() ? first.other() : "")
                .and("minutes", first.kept() >= 0 && first.kept() < 3 * HOUR ? Math.max(2, first.kept() / MINUTE + 1) : "")
                .and("hours", first.kept() >= 3 * HOUR ? first.kept() / HOUR + 1 : "");
        return Optional.of(new Finding(Code.DNS_ANSWER_DIFFERS, Code.DNS_ANSWER_DIFFERS.stage(),
                first.own() ? Party.DOMAIN : Party.NETWORK, false, facts, 0.9,
                all.stream().map(AuthorityLook.Difference::record).toList()));
    }

    private static String shown(List<String> says) {
        String all = String.join(" | ", says);
        return all.length() > LONGEST_TOLD ? all.substring(0, LONGEST_TOLD) + "…" : all;
    }
}
