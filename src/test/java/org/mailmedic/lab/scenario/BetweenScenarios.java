package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mailmedic.lab.Bench;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.MailServer;

/// Somebody in between: transparent proxies, devices that rewrite the dialogue, antivirus programs that open TLS.
final class BetweenScenarios {
    private BetweenScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("between", name);
    }

    private static String withoutStartTls(String line) {
        return line.matches("250[- ]STARTTLS") ? null : line;
    }

    private static String masked(String line) {
        return line.startsWith("250-STARTTLS") ? "250-XXXXXXXA" : line;
    }

    private static String starred(String line) {
        return line.startsWith("220 ") ? "220 ****************************" : line;
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
                .expect(healthy().mayWarn("smtp.redirected", "smtp.interfered")).within(10),
            of("a known provider's host answers as somebody else").with(name("smtp.gmail.com", SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example")
                            .identity(bench.authority().sound("host17.hoster.example").context())))
                .asking("--host", "smtp.gmail.com").expect(problem("smtp.redirected").by("network").also("tls.cert_name_mismatch"))
                        .within(10),
            of("somebody else answers on 587, and the right one on 465").with(named(SERVER), on(SERVER, List.of(465), server -> server),
                    serving(SERVER, 587, bench -> new MailServer("relay.isp.example")
                            .identity(bench.authority().sound("relay.isp.example").context())))
                .expect(problem("smtp.redirected").by("network")).within(10),
            of("a customer's own name on shared hosting").with(named(SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example")
                            .identity(bench.authority().sound("host17.hoster.example").context())))
                .expect(problem("tls.cert_name_mismatch").by("you").naming("host17.hoster.example")).within(10),
            of("another banner, but the right certificate").with(named(SERVER),
                    serving(SERVER, 587, bench -> new MailServer("host17.hoster.example")
                            .identity(bench.authority().sound(HOST).context()))).expect(healthy()),

            of("a device takes STARTTLS away, and nothing proves it")
                    .with(mailHost(), device(587, BetweenScenarios::withoutStartTls, line -> line))
                .expect(problem("tls.starttls_missing").by("mail_provider").or(problem("smtp.interfered"))).within(10),
            of("a device takes STARTTLS away from a provider that is known for it")
                    .with(mailHost(), name("smtp.gmail.com", SERVER), device(587, BetweenScenarios::withoutStartTls, line -> line))
                .asking("--host", "smtp.gmail.com").expect(problem("smtp.interfered")).within(10),
            of("the server itself has no STARTTLS").with(mailHost(MailServer::withoutStartTls))
                    .expect(problem("tls.starttls_missing").by("mail_provider")).within(10),
            of("a device masks STARTTLS").with(mailHost(), device(587, BetweenScenarios::masked, line -> line))
                .expect(problem("smtp.interfered").by("network")).within(10),
            of("a device stars out the banner and masks STARTTLS").with(mailHost(),
                    device(587, line -> masked(starred(line)), line -> line))
                .expect(problem("smtp.interfered").by("network")).within(10),
            of("a device masks commands").with(mailHost(),
                    device(587, line -> line, line -> line.startsWith("EHLO") ? "XXXX" + line.substring(4) : line))
                .expect(problem("smtp.interfered").by("network")).within(10),
            of("a device crosses out the command for TLS").with(mailHost(),
                    device(587, line -> line, line -> line.equals("STARTTLS") ? "XXXXXXXX" : line))
                .expect(problem("smtp.interfered").by("network")).within(10),
            of("plaintext is slipped in after STARTTLS").with(mailHost(server -> server.on("STARTTLS", (line, _) -> {
                    line.send("220 2.0.0 ready\r\n250-evil.example\r\n250 AUTH PLAIN\r\n");
                    line.waitForEver();
                    return false;
                }))).expect(problem("smtp.interfered")).within(10),

            of("an antivirus opens TLS, and this device does not trust it")
                    .with(named(SERVER), on(SERVER, List.of(587), server -> server), antivirus())
                .expect(problem("tls.intercepted").by("device")).within(10),
            of("an antivirus opens TLS, and its authority is installed on this device")
                    .with(named(SERVER), antivirus(), BetweenScenarios::installAuthority)
                .through("unshare", "-m", "sh", "-c",
                        "mount --bind {folder}/authorities.crt /etc/ssl/certs/ca-certificates.crt && exec \"$@\"", "sh")
                .expect(healthy().warning("tls.intercepted")).within(10),
            of("a proxy of no name opens TLS on 587 alone").with(named(SERVER), on(SERVER, List.of(465), server -> server),
                    serving(SERVER, 587, b -> new MailServer(HOST).identity(b.authority().stranger(HOST).context())))
                .expect(problem("tls.intercepted").by("device")).within(10),
            of("a proxy of no name opens TLS on 465 alone").with(named(SERVER), on(SERVER, List.of(587), server -> server),
                    serving(SERVER, 465, b -> new MailServer(HOST).identity(b.authority().stranger(HOST).context()).tlsFirst()))
                .asking("--port", "465", "--security", "tls").expect(problem("tls.intercepted").by("device")).within(10),
            of("an authority that nobody knows, on every port").with(named(SERVER),
                    serving(SERVER, 587, b -> new MailServer(HOST).identity(b.authority().stranger(HOST).context())),
                    serving(SERVER, 465, b -> new MailServer(HOST).identity(b.authority().stranger(HOST).context()).tlsFirst()))
                .expect(problem("tls.cert_untrusted").by("mail_provider")).within(10),
            of("an antivirus opens TLS, and this device trusts it")
                    .with(named(SERVER), antivirus(), bench -> bench.trust(bench.authority().antivirusRoot()))
                .expect(healthy().warning("tls.intercepted")).within(10));
    }

    /// The system's list of authorities with one more.
    private static void installAuthority(Bench bench) throws IOException {
        Files.writeString(bench.folder().resolve("authorities.crt"), Files.readString(Path.of("/etc/ssl/certs/ca-certificates.crt"))
            + Files.readString(bench.authority().antivirusRoot()));
    }

    private static Scenario.Setting antivirus() {
        return toRouter("{ 465, 587 }", "198.51.100.0/24", "2001:db8:51::/48", bench -> new MailServer(HOST)
                .identity(bench.authority().antivirus(HOST).context()));
    }
}
