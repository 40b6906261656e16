package org.mailmedic.diagnosis;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// Writes case files the way one tells them: who was asked for, what was seen, in order.
/// What is told next belongs to the route that was named last.
public final class Cases {
    public static final String ADDRESS = "192.0.2.1";
    public static final String SECOND = "192.0.2.2";
    public static final String IPV6 = "2001:db8::1";
    public static final String CANARY = "203.0.113.254";
    public static final String OTHER_RESOLVER = "203.0.113.53";
    public static final String THIRD_RESOLVER = "203.0.113.54";
    public static final String OWN_RESOLVER = "198.51.100.53";
    private static final double SHORT_MS = 20;
    private static final double BUDGET_MS = 10_000;
    private static final Pattern LINE = Pattern.compile("^(\\d{3})[ -]?(.*)$");

    private final List<Evidence> evidence = new ArrayList<>();
    private Settings settings;
    private Options options = Options.usual().withResolvers(List.of(OTHER_RESOLVER, THIRD_RESOLVER));
    private Route.Role role = Route.Role.TARGET;
    private String elsewhere = "";
    private String address = ADDRESS;
    private int port;
    private Mode mode;
    private double took = SHORT_MS;

    private Cases(Settings settings) {
        this.settings = settings;
        this.port = settings.effectivePort();
        this.mode = settings.security() == Security.TLS ? Mode.IMPLICIT_TLS : Mode.PLAIN;
    }

    public static Cases of(String host, int port, Security security) {
        return new Cases(Settings.of(host).withPort(port).withSecurity(security));
    }

    /// `mail.example.org:587` with STARTTLS, resolved and connected.
    public static Cases starttls() {
        return of("mail.example.org", 587, Security.STARTTLS).resolved().connected();
    }

    /// `mail.example.org:465` with TLS from the start, resolved and connected.
    public static Cases tls() {
        return of("mail.example.org", 465, Security.TLS).resolved().connected();
    }

    /// `mail.example.org:25` without encryption, resolved and connected.
    public static Cases plain() {
        return of("mail.example.org", 25, Security.NONE).resolved().connected();
    }

    /// A whole healthy dialogue up to the second EHLO.
    public static Cases upToEncryptedHello() {
        return starttls().upgraded().tlsDone().helloInTls("AUTH PLAIN LOGIN");
    }

    public Cases with(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        return this;
    }

    public Cases quick() {
        options = options.withProfile(Options.Profile.QUICK);
        return this;
    }

    /// Others are compared with, as usual.
    public Cases comparing() {
        options = options.withControls(ControlsReader.builtIn());
        return this;
    }

    public Cases password() {
        return with(s -> s.withLogin(new Login.Password("me@example.org", Secret.of("secret"))));
    }

    public Cases from(String sender) {
        return with(s -> s.withFrom(EmailAddress.parse(sender).orElseThrow()));
    }

    /// The next step takes so long.
    public Cases after(double milliseconds) {
        took = milliseconds;
        return this;
    }

    // ---- names

    public Cases resolved(String... addresses) {
        return answer("system", "any", addresses.length == 0 ? new String[] {ADDRESS} : addresses);
    }

    public Cases answer(String resolver, String type, String... addresses) {
        var seen = new Evidence.Answer(Stream.of(addresses).map(InetAddress::ofLiteral).toList(), List.of());
        return add(new Evidence.NameLookup(resolver, settings.host(), type, span(), Outcome.of(seen)));
    }

    /// The hosts that receive the domain's mail.
    public Cases mailHosts(String... hosts) {
        return add(new Evidence.NameLookup("system", settings.host(), "MX", span(), Outcome.of(new Evidence.Answer(List.of(),
                List.of(hosts)))));
    }

    public Cases unresolved(Failure how) {
        return unresolved("system", "any", how);
    }

    public Cases unresolved(String resolver, String type, Failure how) {
        return add(new Evidence.NameLookup(resolver, settings.host(), type, span(), Outcome.failed(how, "")));
    }

    /// Both questions, A and AAAA, ended the same way.
    public Cases unresolvedBoth(String resolver, Failure how) {
        return unresolved(resolver, "A", how).unresolved(resolver, "AAAA", how);
    }

    // ---- routes

    public Cases at(String where) {
        address = where;
        return this;
    }

    public Cases on(Route.Role newRole, int newPort, Mode newMode) {
        elsewhere = "";
        role = newRole;
        port = newPort;
        mode = newMode;
        return this;
    }

    public Cases otherPort(int number) {
        return on(Route.Role.OTHER_PORT, number, number == 465 ? Mode.IMPLICIT_TLS : Mode.PLAIN);
    }

    public Cases otherMode() {
        return on(Route.Role.OTHER_MODE, settings.effectivePort(), mode == Mode.PLAIN ? Mode.IMPLICIT_TLS : Mode.PLAIN);
    }

    /// Port 465 connects, shakes hands and greets; 587, 25 and 2525 connect and greet.
    public Cases otherPortGreets(int number) {
        otherPort(number).connected();
        return (number == 465 ? tlsDone() : this).greets("220 mail.example.org ESMTP");
    }

    public Cases otherPortFails(int number, Failure how) {
        return otherPort(number).notConnected(how);
    }

    /// What is told next was seen at the server that was asked for.
    public Cases target() {
        boolean implicit = settings.security() == Security.TLS;
        return on(Route.Role.TARGET, settings.effectivePort(), implicit ? Mode.IMPLICIT_TLS : Mode.PLAIN).at(ADDRESS);
    }

    // ---- elsewhere

    /// What is told next was seen at a control.
    public Cases control(String host, String where, int number) {
        on(Route.Role.CONTROL, number, number == 465 ? Mode.IMPLICIT_TLS : Mode.PLAIN);
        elsewhere = host;
        return at(where);
    }

    /// Three unrelated controls that cannot be connected to, and back at the server.
    public Cases controlsFail(int number, Failure how) {
        return control("one.example", "198.51.100.1", number).notConnected(how).control("two.example", "198.51.100.2",
                number).notConnected(how)
                .control("three.example", "198.51.100.3", number).notConnected(how).target();
    }

    /// Two controls that take the connection, and back at the server.
    public Cases controlsWork(int number) {
        return control("one.example", "198.51.100.1", number).connected().control("two.example", "198.51.100.2",
                number).connected().target();
    }

    public Cases controlsFailOverIpv6(int number, Failure how) {
        return control("one.example", "2001:db8:1::1", number).notConnected(how).control("two.example", "2001:db8:2::1", number)
                .notConnected(how).target();
    }

    public Cases controlsWorkOverIpv6(int number) {
        return control("one.example", "2001:db8:1::1", number).connected().target();
    }

    /// A web server elsewhere takes the connection.
    public Cases webWorks() {
        return control("www.example", "198.51.100.80", 443).connected().target();
    }

    public Cases canary(int number) {
        return on(Route.Role.CANARY, number, Mode.PLAIN).at(CANARY);
    }

    public Cases page(String url, int status, String location, String body) {
        return page(url, Outcome.of(new OffRoute.Page(status, location, body)));
    }

    /// Fetched where an empty page with status 204 is expected.
    public Cases page(String url, Outcome<OffRoute.Page> outcome) {
        return add(new OffRoute.PageCheck(url, 204, "", span(), outcome));
    }

    public Cases clock(String url, Instant here, double aheadSeconds) {
        return add(new OffRoute.ClockCheck(url, here, span(), Outcome.of(aheadSeconds)));
    }

    public Cases dnsLure(OffRoute.DnsCanary.Lure lure, Outcome<Evidence.Answer> outcome) {
        boolean resolver = lure == OffRoute.DnsCanary.Lure.IMPOSSIBLE_RESOLVER;
        return add(new OffRoute.DnsCanary(lure, resolver ? CANARY : "system", resolver ? settings.host() : "mm-nobody.org", span(),
                outcome));
    }

    public static Outcome<Evidence.Answer> answered(String where) {
        return Outcome.of(new Evidence.Answer(List.of(InetAddress.ofLiteral(where)), List.of()));
    }

    public Cases lookup(String name, Outcome<Evidence.Answer> outcome) {
        return add(new Evidence.NameLookup("system", name, "any", span(), outcome));
    }

    // ---- this device

    /// This device's rules could be read, and these are all.
    public Cases firewall(OffRoute.FirewallRule... rules) {
        return add(new OffRoute.FirewallLook("nft -j list ruleset", span(), Outcome.of(List.of(rules))));
    }

    public Cases firewallUnreadable() {
        return add(new OffRoute.FirewallLook("nft -j list ruleset", span(), Outcome.failed(Failure.OTHER, "not permitted")));
    }

    /// A rule about one port, for both families and every address.
    public static OffRoute.FirewallRule rule(int number) {
        return rule(number, "");
    }

    public static OffRoute.FirewallRule rule(int number, String about) {
        return new OffRoute.FirewallRule(List.of(number), about, true, true, "nft filter output: port " + number + " drop");
    }

    public Cases interfaces(OffRoute.Interface... up) {
        return add(new OffRoute.InterfaceLook(span(), Outcome.of(List.of(up))));
    }

    /// Connects one after the other, in milliseconds; negative where one failed.
    public Cases samples(Double... connects) {
        return add(new Evidence.PathSample(route(), span(), Outcome.of(List.of(connects))));
    }

    public Cases longLine(Outcome<Reply> outcome) {
        return add(new Evidence.LongLine(route(), 4000, span(), outcome));
    }

    // ---- the website's server

    /// Seen from the website's server, whose PHP is as it should be.
    public Cases website() {
        return php(php(List.of(), List.of("stream_socket_client", "fsockopen"), "OpenSSL 3.0.1", Optional.empty()));
    }

    public Cases php(OffRoute.Php php) {
        with(s -> s.withSymptom(Symptom.SERVER));
        return add(new OffRoute.PhpLook(span(), Outcome.of(php)));
    }

    public static OffRoute.Php php(List<String> off, List<String> ways, String openssl, Optional<Boolean> trusts) {
        return new OffRoute.Php("php", "web7.hoster.example", "8.1.2", off, ways, ways.isEmpty() ? "" : ways.getFirst(), openssl, "7.88.1",
                "/etc/ssl/cert.pem", "2015-03-01", trusts, "", true, "/usr/sbin/sendmail -t -i", true, "");
    }

    public Cases senderDomain(String domain, List<OffRoute.RecordFault> faults) {
        return add(new OffRoute.SenderDomain(domain, span(), Outcome.of(faults)));
    }

    // ---- connecting

    public Cases connected() {
        return add(new Evidence.TcpConnect(route(), span(), Outcome.of(new Evidence.Connected("192.0.2.99"))));
    }

    public Cases notConnected(Failure how) {
        took = how == Failure.TIMEOUT ? BUDGET_MS : took;
        return add(new Evidence.TcpConnect(route(), span(), Outcome.failed(how, "")));
    }

    // ---- dialogue

    public Cases greets(String reply) {
        double firstByte = took;
        return add(new Evidence.Greeting(route(), span(), firstByte, "", Outcome.of(reply(reply))));
    }

    public Cases noGreeting(Failure how) {
        return noGreeting(how, "");
    }

    public Cases noGreeting(Failure how, String firstBytes) {
        took = how == Failure.TIMEOUT ? BUDGET_MS : took;
        return add(new Evidence.Greeting(route(), span(), firstBytes.isEmpty() ? -1 : 1, firstBytes, Outcome.failed(how, "")));
    }

    /// The steps before it took all the time there was.
    public Cases noTimeForGreeting() {
        took = 0.2;
        return add(new Evidence.Greeting(route(), span(), -1, "", Outcome.failed(Failure.TIMEOUT, "")));
    }

    public Cases hello(String... offers) {
        return hello(false, "250 mail.example.org", offers);
    }

    public Cases helloInTls(String... offers) {
        return hello(true, "250 mail.example.org", offers);
    }

    public Cases helloRefused(String reply) {
        return hello(false, reply);
    }

    /// EHLO was not understood; HELO was.
    public Cases helloWithoutEhlo(String reply) {
        return add(new Evidence.Hello(route(), false, "HELO", span(), Outcome.of(new Capabilities(reply(reply)))));
    }

    /// Another name was taken, on a connection of its own.
    public Cases helloByName(String name) {
        return add(new Evidence.Hello(route(), false, "EHLO", span(), name, Outcome.of(new Capabilities(reply("250 mail.example.org")))));
    }

    private Cases hello(boolean encrypted, String first, String... offers) {
        var head = reply(first);
        var lines = Stream.concat(head.lines().stream(), Arrays.stream(offers)).toList();
        return add(new Evidence.Hello(route(), encrypted, "EHLO", span(), Outcome.of(new Capabilities(new Reply(head.code(), lines)))));
    }

    public Cases noHello(Failure how) {
        return add(new Evidence.Hello(route(), false, "EHLO", span(), Outcome.failed(how, "")));
    }

    /// Greeting, EHLO with STARTTLS, and its 220.
    public Cases upgraded() {
        return greets("220 mail.example.org ESMTP").hello("STARTTLS").startTls("220 go ahead");
    }

    public Cases startTls(String reply) {
        return add(new Evidence.StartTls(route(), span(), Outcome.of(reply(reply))));
    }

    public Cases startTls(Outcome<Reply> outcome) {
        return add(new Evidence.StartTls(route(), span(), outcome));
    }

    /// A finished handshake with a certificate that proves the host.
    public Cases tlsDone() {
        return tls(certificate("mail.example.org"));
    }

    public Cases tls(CertificateFacts certificate) {
        return add(new Evidence.TlsHandshake(route(), mode == Mode.IMPLICIT_TLS, span(), Optional.of(certificate), "", Optional.empty(),
                Outcome.of(new Evidence.TlsSession("TLSv1.3", "TLS_AES_128_GCM_SHA256"))));
    }

    public Cases noTls(Failure how) {
        return noTls(how, "");
    }

    public Cases noTls(Failure how, String firstBytes) {
        took = how == Failure.TIMEOUT ? BUDGET_MS : took;
        return add(new Evidence.TlsHandshake(route(), mode == Mode.IMPLICIT_TLS, span(), Optional.empty(), firstBytes, Optional.empty(),
                Outcome.failed(how, "")));
    }

    /// The handshake ended when the server had begun to answer.
    public Cases noTlsInTheMiddle(Failure how) {
        return add(new Evidence.TlsHandshake(route(), mode == Mode.IMPLICIT_TLS, span(), Optional.empty(), "", Optional.empty(), true,
                Outcome.failed(how, "")));
    }

    public Cases onlyOldTls(String protocol) {
        return add(new Evidence.TlsHandshake(route(), mode == Mode.IMPLICIT_TLS, span(), Optional.empty(), "", Optional.of(protocol),
                Outcome.failed(Failure.TLS_ALERT, "protocol_version")));
    }

    public Cases signsIn(String reply) {
        return add(new Evidence.SignIn(route(), "PLAIN", span(), Outcome.of(reply(reply))));
    }

    /// The mailbox itself was asked.
    public Cases mailbox(boolean opens) {
        return add(new OffRoute.MailboxSignIn("imap.example.org", 993, "IMAP", span(),
                Outcome.of(new OffRoute.MailboxAnswer(opens, opens ? "OK" : "NO"))));
    }

    public Cases signIn(Outcome<Reply> outcome) {
        return add(new Evidence.SignIn(route(), outcome instanceof Outcome.Skipped<?> ? "" : "PLAIN", span(), outcome));
    }

    public Cases sender(String reply) {
        return envelope(Evidence.Part.SENDER, Outcome.of(reply(reply)));
    }

    public Cases recipient(String reply) {
        return envelope(Evidence.Part.RECIPIENT, Outcome.of(reply(reply)));
    }

    public Cases envelope(Evidence.Part part, Outcome<Reply> outcome) {
        return add(new Evidence.EnvelopeReply(route(), part, span(), outcome));
    }

    public Cases message(Stage where, String reply) {
        return add(new Evidence.TestMessage(route(), where, span(), Outcome.of(reply(reply))));
    }

    public Cases message(Stage where, Failure how) {
        return add(new Evidence.TestMessage(route(), where, span(), Outcome.failed(how, "")));
    }

    // ---- the end of the story

    public CaseFile file() {
        Plan plan = new Planner().plan(settings, options);
        return new CaseFile(settings, plan, evidence);
    }

    public List<Finding> judgedBy(Rule rule) {
        return rule.examine(file()).toList();
    }

    public List<Code> codesBy(Rule rule) {
        return judgedBy(rule).stream().map(Finding::code).toList();
    }

    public Diagnosis diagnosis() {
        return new Diagnostician(RuleBook.all(ProviderBook.load())).diagnose(file());
    }

    /// The codes that stop mail, in order.
    public List<Code> diagnoses() {
        return diagnosis().diagnoses().stream().map(Finding::code).toList();
    }

    public List<Code> warnings() {
        return diagnosis().warnings().stream().map(Finding::code).toList();
    }

    public static Reply reply(String text) {
        var lines = new ArrayList<String>();
        int code = 0;
        for (String line : text.split("\n")) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a reply: " + line);
            }
            code = Integer.parseInt(matcher.group(1));
            lines.add(matcher.group(2));
        }
        return new Reply(code, lines);
    }

    public static CertificateFacts certificate(String name, CertificateProblem... problems) {
        return certificate("CN=" + name, "CN=Known Authority", List.of(name), problems);
    }

    public static CertificateFacts certificate(String subject, String issuer, List<String> names, CertificateProblem... problems) {
        var leaf = new FakeCertificate(subject, issuer, "2025-01-01", "2025-04-01");
        return new CertificateFacts(List.of(leaf), List.of(problems), names, problems.length == 0, problems.length == 0);
    }

    /// The usual one, with dates of its own.
    public static CertificateFacts dated(String from, String until, CertificateProblem... problems) {
        var leaf = new FakeCertificate("CN=mail.example.org", "CN=Known Authority", from, until);
        return new CertificateFacts(List.of(leaf), List.of(problems), List.of("mail.example.org"), problems.length == 0,
                problems.length == 0);
    }

    /// Vouched for by an authority that was installed on this device.
    public static CertificateFacts trustedOnlyHere(String subject, String issuer, String name) {
        var leaf = new FakeCertificate(subject, issuer, "2025-01-01", "2025-04-01");
        return new CertificateFacts(List.of(leaf), List.of(), List.of(name), true, false);
    }

    public static <T> Outcome<T> skipped(Outcome.Reason because) {
        return new Outcome.Skipped<>(because);
    }

    private Cases add(Evidence seen) {
        evidence.add(seen);
        took = SHORT_MS;
        return this;
    }

    private Span span() {
        return new Span(evidence.size() * SHORT_MS, took);
    }

    private Route route() {
        return new Route(role, elsewhere.isEmpty() ? settings.host() : elsewhere, InetAddress.ofLiteral(address), port, mode);
    }
}
