package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.Relay;

/// Somebody in between: transparent proxies, devices that rewrite the dialogue, antivirus programs that open TLS.
final class BetweenScenarios {
    private BetweenScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("between", name);
    }

    /// A device on the way to the true server that changes its lines.
    private static Made device(int port, UnaryOperator<String> server, UnaryOperator<String> client) {
        return bench -> new Relay(bench.net().inside(Host.ROUTER), SERVER, port, server, client);
    }

    private static String withoutStartTls(String line) {
        return line.matches("250[- ]STARTTLS") ? null : line;
    }

    private static String masked(String line) {
        return line.startsWith("250-STARTTLS") ? "250-XXXXXXXA" : line;
    }

    private static String starred(String line) {
        return line.startsWith("220 mail") ? "220 ****************************" : line;
    }

    static List<Scenario> all() {
        return List.of(
            of("a transparent proxy takes all mail connections").with(mailHost(), toRouter("{ 25, 465, 587, 2525 }",
                    bench -> new MailServer("proxy.isp.example").identity(bench.authority().sound("proxy.isp.example").context())))
                .expect(problem("smtp.redirected").by("network").also("tls.cert_name_mismatch")).within(10),
            of("a hosting company's proxy takes all mail connections").with(mailHost(), toRouter("{ 25, 465, 587, 2525 }",
                    bench -> new MailServer("host17.hoster.example").identity(bench.authority().sound("host17.hoster.example").context())))
                .asking("--symptom", "server").expect(problem("smtp.redirected").by("hosting").also("tls.cert_name_mismatch")).within(10),
            of("a transparent proxy without encryption").with(mailHost(), toRouter("{ 25, 587 }", _ -> new MailServer("proxy.isp.example")))
                .expect(problem("smtp.redirected").by("network").also("tls.starttls_missing")).within(10),
            of("a mail shield accepts for the canary too, and passes on untouched").with(mailHost(),
                    redirect("ip daddr " + CANARY + " tcp dport { 25, 465, 587 } dnat ip to " + ROUTER + ":9999"),
                    bench -> bench.listen(Host.ROUTER, ROUTER, 9999, new MailServer("shield")))
                .expect(healthy().warning("smtp.redirected")).within(10),
            of("a known provider's host answers as somebody else").with(name("smtp.gmail.com", SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example").identity(bench.authority().sound("host17.hoster.example").context())))
                .asking("--host", "smtp.gmail.com").expect(problem("smtp.redirected").by("network").also("tls.cert_name_mismatch")).within(10),
            of("a customer's own name on shared hosting").with(named(SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example").identity(bench.authority().sound("host17.hoster.example").context())))
                .expect(problem("tls.cert_name_mismatch").by("you").naming("host17.hoster.example")).within(10),
            of("another banner, but the right certificate").with(named(SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example").identity(bench.authority().sound(HOST).context()))).expect(healthy()),

            of("a device takes STARTTLS away, for everybody").with(mailHost(), toRouter("587", device(587, BetweenScenarios::withoutStartTls, line -> line)))
                .expect(problem("smtp.interfered").also("tls.starttls_missing", "smtp.redirected")).within(10),
            of("the server itself has no STARTTLS").with(mailHost(MailServer::withoutStartTls)).expect(problem("tls.starttls_missing").by("mail_provider")).within(10),
            of("a device masks STARTTLS").with(mailHost(), toRouter("587", device(587, BetweenScenarios::masked, line -> line)))
                .expect(problem("smtp.interfered").also("smtp.redirected")).within(10),
            of("a device stars out the banner and masks STARTTLS").with(mailHost(),
                    toRouter("587", device(587, line -> masked(starred(line)), line -> line)))
                .expect(problem("smtp.interfered").also("smtp.redirected")).within(10),
            of("a device masks commands").with(mailHost(), toRouter("587", device(587, line -> line, line -> line.startsWith("EHLO") ? "XXXX" : line)))
                .expect(problem("smtp.interfered").also("tls.starttls_missing", "smtp.redirected")).within(10),
            of("plaintext is slipped in after STARTTLS").with(mailHost(server -> server.on("STARTTLS", (line, _) -> {
                    line.send("220 2.0.0 ready\r\n250-evil.example\r\n250 AUTH PLAIN\r\n");
                    line.waitForEver();
                    return false;
                }))).expect(problem("smtp.interfered")).within(10),

            of("an antivirus opens TLS, and this device does not trust it").with(named(SERVER), on(SERVER, List.of(587), server -> server), antivirus())
                .expect(problem("tls.intercepted").by("device")).within(10),
            of("an antivirus opens TLS, and this device trusts it").with(named(SERVER), antivirus(), bench -> bench.trust(bench.authority().antivirusRoot()))
                .expect(healthy().warning("tls.intercepted")).within(10));
    }

    private static Scenario.Setting antivirus() {
        return toRouter("{ 465, 587 }", bench -> new MailServer(HOST).identity(bench.authority().antivirus(HOST).context()));
    }
}
