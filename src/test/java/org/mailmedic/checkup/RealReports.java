package org.mailmedic.checkup;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.advice.Adviser;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// Reports that the real rules and the real advice pages make of evidence that is written here.
public final class RealReports {
    private static final Instant CREATED = Instant.parse("2026-11-20T13:02:00Z");
    private static final String HOST = "mail.gmx.net";
    private static final List<String> ADDRESSES = List.of("212.227.17.168", "212.227.17.190");
    private static final double SILENCE_MS = 10_000;

    private RealReports() {}

    /// Port 587 is silent at GMX and everywhere else; port 465 gets through.
    public static Report blocked() {
        Settings settings = Settings.of(HOST).withPort(587).withSecurity(Security.STARTTLS);
        Options options = Options.usual().withResolvers(List.of("1.1.1.1", "9.9.9.9")).withControls(ControlsReader.builtIn());
        var plan = new Planner().plan(settings, options);
        ProviderBook providers = ProviderBook.load();
        var file = new CaseFile(settings, plan, blockedEvidence());
        var adviser = new Adviser(Locale.ENGLISH, Adviser.systemName("Linux"), ZoneOffset.UTC, host -> providers.byHost(host)
                .map(Provider::name));
        return new ReportMaker(adviser).make(file, new Diagnostician(RuleBook.all(providers)).diagnose(file), times(),
                new Transcript(() -> 0, 0), CREATED, 10_312.4);
    }

    private static Map<Stage, Recorder.StageTimes> times() {
        Map<Stage, Recorder.StageTimes> times = new EnumMap<>(Stage.class);
        times.put(Stage.SETTINGS, new Recorder.StageTimes(StageStatus.OK, new Span(0, 1)));
        times.put(Stage.NETWORK, new Recorder.StageTimes(StageStatus.OK, new Span(21, 60)));
        times.put(Stage.DNS, new Recorder.StageTimes(StageStatus.OK, new Span(1, 18)));
        times.put(Stage.CONNECT, new Recorder.StageTimes(StageStatus.FAILED, new Span(20, 10_250)));
        return times;
    }

    private static List<Evidence> blockedEvidence() {
        var all = new ArrayList<Evidence>();
        for (String resolver : List.of("system", "1.1.1.1", "9.9.9.9")) {
            boolean system = resolver.equals("system");
            all.add(lookup(resolver, HOST, system ? "any" : "A", system ? 18 : 24, ADDRESSES));
            if (!system) {
                all.add(new Evidence.NameLookup(resolver, HOST, "AAAA", new Span(2, 26), Outcome.failed(Failure.NO_ADDRESS, "")));
            }
        }
        all.add(new OffRoute.InterfaceLook(new Span(21, 2), Outcome.of(List.of(new OffRoute.Interface("eth0", 1500, false, false)))));
        all.add(new OffRoute.FirewallLook("nft -j list ruleset", new Span(21, 9), Outcome.of(List.of())));
        ADDRESSES.forEach(address -> all.add(connect(Route.Role.TARGET, HOST, address, 587, false)));
        for (int port : new int[] {25, 465, 2525}) {
            knock(all, Route.Role.OTHER_PORT, HOST, ADDRESSES.getFirst(), port, port == 465);
        }
        knock(all, Route.Role.CONTROL, "smtp.gmail.com", "142.250.110.108", 587, false);
        knock(all, Route.Role.CONTROL, "smtp.office365.com", "52.97.179.226", 587, false);
        knock(all, Route.Role.CONTROL, "smtp.mail.me.com", "17.57.155.37", 587, false);
        knock(all, Route.Role.CONTROL, "smtp.gmail.com", "142.250.110.108", 465, true);
        knock(all, Route.Role.CONTROL, "smtp.fastmail.com", "103.168.172.45", 465, true);
        all.add(connect(Route.Role.CONTROL, "www.google.com", "142.250.185.68", 443, true));
        all.add(connect(Route.Role.CANARY, "192.0.2.1", "192.0.2.1", 587, false));
        all.add(new OffRoute.PageCheck("http://connectivitycheck.gstatic.com/generate_204", 204, "", new Span(30, 34),
                Outcome.of(new OffRoute.Page(204, "", ""))));
        all.add(new OffRoute.ClockCheck("https://www.cloudflare.com/", CREATED, new Span(31, 61), Outcome.of(0.4)));
        return all;
    }

    private static void knock(List<Evidence> all, Route.Role role, String host, String address, int port, boolean open) {
        all.add(connect(role, host, address, port, open));
        if (open) {
            all.add(new Evidence.Greeting(route(role, host, address, port), new Span(91, 22), 21, "",
                    Outcome.of(new Reply(220, List.of(host + " ESMTP ready")))));
        }
    }

    private static Evidence connect(Route.Role role, String host, String address, int port, boolean open) {
        return new Evidence.TcpConnect(route(role, host, address, port), new Span(22, open ? 31 + port % 17 : SILENCE_MS),
                open ? Outcome.of(new Evidence.Connected("192.168.178.20")) : Outcome.failed(Failure.TIMEOUT, "Connect timed out"));
    }

    private static Route route(Route.Role role, String host, String address, int port) {
        return new Route(role, host, InetAddress.ofLiteral(address), port, port == 465 ? Mode.IMPLICIT_TLS : Mode.PLAIN);
    }

    private static Evidence lookup(String resolver, String name, String type, double ms, List<String> addresses) {
        List<InetAddress> found = addresses.stream().map(InetAddress::ofLiteral).toList();
        return new Evidence.NameLookup(resolver, name, type, new Span(2, ms),
                Outcome.of(new Evidence.Answer(found, List.of())));
    }
}
