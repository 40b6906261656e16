package org.mailmedic.ui;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailmedic.checkup.Progress;
import org.mailmedic.checkup.StageStatus;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.report.Report;
import org.mailmedic.report.Seen;
import org.mailmedic.report.json.EvidenceReader;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Retelling;

/// An engine whose events the test sends by hand.
public final class FakeEngine implements Engine {
    private Errand errand;
    private Consumer<Progress> listener;
    private Consumer<Throwable> broke;
    private UnaryOperator<Report> wording = report -> report;
    private Retelling retelling = (_, report) -> report;
    private int starts;
    private boolean cancelled;
    private boolean ended;

    @Override
    public Run start(Errand wanted, Consumer<Progress> hears, Consumer<Throwable> hearsOfBugs) {
        errand = wanted;
        listener = hears;
        broke = hearsOfBugs;
        cancelled = false;
        ended = false;
        starts++;
        return () -> cancelled = true;
    }

    /// In which words it gives its reports.
    void speaks(UnaryOperator<Report> wording) {
        this.wording = wording;
    }

    /// How it tells a report in another language.
    void retells(Retelling how) {
        retelling = how;
    }

    @Override
    public Report retold(Locale language, Report report) {
        return retelling.in(language, report);
    }

    public int starts() {
        return starts;
    }

    /// Whether the last check-up has come to its end.
    public boolean ended() {
        return ended;
    }

    public boolean cancelled() {
        return cancelled;
    }

    public Errand errand() {
        return errand;
    }

    public Settings settings() {
        return errand.settings();
    }

    public void tell(Progress... events) {
        for (Progress event : events) {
            listener.accept(event);
        }
    }

    public void breakDown() {
        broke.accept(new IllegalStateException("a bug of ours"));
    }

    /// As far as the server's door, where port 587 is silent.
    public void asFarAsTheDoor() {
        Plan plan = new Planner().plan(errand.settings(), errand.options());
        tell(new Progress.Began(plan, Duration.ofSeconds(20)));
        stage(Stage.SETTINGS, StageStatus.OK);
        tell(new Progress.StageBegan(Stage.DNS),
                new Progress.Noted(lookup("mail.gmx.net", "212.227.17.168", "212.227.17.190")),
                new Progress.StageEnded(Stage.DNS, StageStatus.OK),
                new Progress.StageBegan(Stage.CONNECT),
                new Progress.Noted(connect(Route.Role.OTHER_PORT, 465, Outcome.of(new Evidence.Connected("192.0.2.7")), 41)),
                new Progress.Noted(connect(Route.Role.OTHER_PORT, 2525, Outcome.failed(Failure.REFUSED, ""), 38)));
    }

    /// As far as the beginning of `last`.
    public void upTo(Stage last) {
        tell(new Progress.Began(new Planner().plan(errand.settings(), errand.options()), Duration.ofSeconds(20)));
        for (Stage stage : Stage.values()) {
            if (stage == last) {
                tell(new Progress.StageBegan(stage));
                return;
            }
            stage(stage, StageStatus.OK);
        }
    }

    public void silentDoor() {
        tell(new Progress.Noted(connect(Route.Role.TARGET, 587, Outcome.failed(Failure.TIMEOUT, ""), 10_000)),
                new Progress.StageEnded(Stage.CONNECT, StageStatus.FAILED));
    }

    public void end(Report report) {
        ended = true;
        tell(new Progress.Ended(wording.apply(report)));
    }

    public void stage(Stage stage, StageStatus status) {
        tell(new Progress.StageBegan(stage), new Progress.StageEnded(stage, status));
    }

    /// Everything passes.
    public void passAll(Report report) {
        tell(new Progress.Began(new Planner().plan(errand.settings(), errand.options()), Duration.ofSeconds(20)));
        var route = route(Route.Role.TARGET, 587);
        stage(Stage.SETTINGS, StageStatus.OK);
        tell(new Progress.StageBegan(Stage.DNS), new Progress.Noted(lookup("mail.gmx.net", "212.227.17.168")),
                new Progress.StageEnded(Stage.DNS, StageStatus.OK), new Progress.StageBegan(Stage.CONNECT),
                new Progress.Noted(connect(Route.Role.TARGET, 587, Outcome.of(new Evidence.Connected("192.0.2.7")), 32)),
                new Progress.StageEnded(Stage.CONNECT, StageStatus.OK), new Progress.StageBegan(Stage.GREETING),
                new Progress.Noted(new Evidence.Greeting(route, new Span(50, 21), 21, "",
                        Outcome.of(new Reply(220, List.of("mail.gmx.net ESMTP"))))),
                new Progress.StageEnded(Stage.GREETING, StageStatus.OK));
        stage(Stage.HELLO, StageStatus.OK);
        tell(new Progress.StageBegan(Stage.ENCRYPT),
                new Progress.Noted(new Evidence.TlsHandshake(route, false, new Span(90, 44), Optional.empty(), "", Optional.empty(),
                        Outcome.of(new Evidence.TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384")))),
                new Progress.StageEnded(Stage.ENCRYPT, StageStatus.OK));
        Seen.in(report, EvidenceKind.SENDER_DOMAIN).forEach(domain -> EvidenceReader.read(domain.facts())
                .ifPresent(evidence -> tell(new Progress.Noted(evidence))));
        end(report);
    }

    private static Evidence lookup(String name, String... addresses) {
        return new Evidence.NameLookup("system", name, "any", new Span(2, 18),
                Outcome.of(new Evidence.Answer(java.util.Arrays.stream(addresses).map(InetAddress::ofLiteral).toList(), List.of())));
    }

    private static Evidence connect(Route.Role role, int port, Outcome<Evidence.Connected> outcome, double ms) {
        return new Evidence.TcpConnect(route(role, port), new Span(20, ms), outcome);
    }

    private static Route route(Route.Role role, int port) {
        return new Route(role, "mail.gmx.net", InetAddress.ofLiteral("212.227.17.168"), port, Mode.PLAIN);
    }
}
