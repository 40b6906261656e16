package org.mailmedic.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.FirewallLook;
import org.mailmedic.evidence.OffRoute.FirewallRule;
import org.mailmedic.evidence.OffRoute.PageCheck;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.net.TinyDns;
import org.mailmedic.net.system.firewall.FirewallReader;
import org.mailmedic.plan.Controls;
import org.mailmedic.settings.Settings;

/// The probes that look around instead of at the mail server.
@Timeout(60)
final class SurroundingsProbesTest {
    private static ScriptedServer web(String answer) throws IOException {
        return ScriptedServer.start(peer -> {
            for (String line = peer.line(); line != null && !line.isEmpty(); line = peer.line()) {
                // the request's head
            }
            peer.say(answer);
        });
    }

    private static PageCheck page(String answer, int status, String body) throws IOException {
        try (var server = web(answer)) {
            var bench = Bench.with(server, Duration.ofSeconds(5));
            return new PageProbe(bench.instruments())
                    .fetch(new Controls.Http("http://127.0.0.1:" + server.port() + "/check", status, body), bench.step());
        }
    }

    @Test
    void aPageIsAsExpectedOrNot() throws IOException {
        assertTrue(page("HTTP/1.1 204 No Content\r\n\r\n", 204, "").asExpected());
        assertTrue(page("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nSuccess\r\n", 200, "Success").asExpected());
        assertFalse(page("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>", 200, "Success").asExpected());
        PageCheck portal = page("HTTP/1.1 302 Found\r\nLocation: http://portal.test/login\r\nContent-Length: 0\r\n\r\n", 204, "");
        assertFalse(portal.asExpected());
        assertEquals(302, portal.outcome().seen().orElseThrow().status());
        assertEquals("http://portal.test/login", portal.outcome().seen().orElseThrow().location(), "it is told, not followed");
    }

    /// Whatever a portal does, its page is told, or that none came.
    @Test
    void aPortalThatNeverEndsIsBounded() throws IOException {
        assertTrue(page("HTTP/1.1 100 Continue\r\n\r\n".repeat(200_000), 204, "").outcome().failure().isPresent());
        PageCheck late = page("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nLocation: http://portal.test/\r\nContent-Length: 0\r\n\r\n", 204, "");
        assertEquals(302, late.outcome().seen().orElseThrow().status());
        PageCheck large = page("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000_000), 204, "");
        assertEquals(200, large.outcome().seen().orElseThrow().status());
        PageCheck cut = page("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\nhello", 204, "");
        assertTrue(cut.outcome().failure().isPresent() || cut.outcome().seen().orElseThrow().status() == 200);
    }

    @Test
    void aPageThatDoesNotComeIsNoPortal() throws IOException {
        assertTrue(page("", 204, "").outcome().failure().isPresent());
        try (var server = ScriptedServer.saying("")) {
            var bench = Bench.with(server, Duration.ofMillis(400));
            var check = new PageProbe(bench.instruments())
                    .fetch(new Controls.Http("http://127.0.0.1:" + server.port() + "/", 204, ""), bench.step());
            assertTrue(check.outcome().failed(Failure.TIMEOUT), check::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/", "not a url", "ftp://127.0.0.1/", "http://", "''"})
    void aSenselessAddressIsEvidenceAndNoCrash(String url) throws IOException {
        try (var server = ScriptedServer.saying("")) {
            var bench = Bench.with(server, Duration.ofSeconds(2));
            assertTrue(new PageProbe(bench.instruments()).fetch(new Controls.Http(url, 204, ""), bench.step()).outcome().failure()
                    .isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3600, 3600", "-7200, -7200", "31536000, 31536000"})
    void theClockIsCompared(long ahead, double expected) throws IOException {
        try (var server = web("HTTP/1.1 200 OK\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\nContent-Length: 0\r\n\r\n")) {
            var bench = Bench.with(server, Duration.ofSeconds(5));
            InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(ahead));
            var check = new ClockProbe(bench.instruments(), clock)
                    .compare(new Controls.Time("http://127.0.0.1:" + server.port() + "/"), bench.step());
            assertEquals(expected, check.outcome().seen().orElseThrow());
        }
    }

    /// Nothing before this program was made can be true.
    @ParameterizedTest
    @ValueSource(strings = {"Thu, 01 Jan 1970 00:00:01 GMT", "Fri, 02 Jan -0001 03:04:05 GMT", "Sat, 01 Jan 2000 00:00:00 GMT",
            "Fri, 02 Jan 99999 03:04:05 GMT", "yesterday"})
    void aSenselessDateIsNoComparison(String date) throws IOException {
        try (var server = web("HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: 0\r\n\r\n")) {
            var bench = Bench.with(server, Duration.ofSeconds(5));
            var check = new ClockProbe(bench.instruments(), InstantSource.system())
                    .compare(new Controls.Time("http://127.0.0.1:" + server.port() + "/"), bench.step());
            assertTrue(check.outcome().failed(Failure.OTHER));
        }
    }

    @Test
    void noDateNoComparison() throws IOException {
        try (var server = web("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var bench = Bench.with(server, Duration.ofSeconds(5));
            var check = new ClockProbe(bench.instruments(), InstantSource.system())
                    .compare(new Controls.Time("http://127.0.0.1:" + server.port() + "/"), bench.step());
            assertTrue(check.outcome().failed(Failure.OTHER));
        }
    }

    private record Reader(List<String> command, boolean believes) implements FirewallReader {
        @Override
        public List<FirewallRule> read(String text) {
            if (!believes) {
                throw new IllegalArgumentException("not what that program prints");
            }
            return List.of(new FirewallRule(List.of(25), "", true, true, text.strip()));
        }
    }

    private static FirewallLook firewall(boolean believes, String... command) throws IOException {
        try (var server = ScriptedServer.saying("")) {
            return new DeviceProbe(Bench.with(server).instruments(), true).firewall(new Reader(List.of(command), believes));
        }
    }

    @Test
    void firewallRulesAreReadWhereTheyCanBe() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        FirewallLook look = firewall(true, java, "-version");
        assertTrue(look.outcome().seen().orElseThrow().getFirst().text().contains("version"));
        assertEquals(java + " -version", look.command());
        assertTrue(firewall(false, java, "-version").outcome().failed(Failure.OTHER));
        assertTrue(firewall(true, "mailmedic-has-no-such-program").outcome().failed(Failure.OTHER));
        assertTrue(firewall(true, java, "--no-such-option-of-java").outcome().failed(Failure.OTHER), "a refusal");
    }

    @Test
    void noCommandIsRunThatThePersonSwitchedOff() throws IOException {
        try (var server = ScriptedServer.saying("")) {
            var device = new DeviceProbe(Bench.with(server).instruments(), false);
            var look = device.firewall(new Reader(List.of("mailmedic-has-no-such-program"), true));
            assertTrue(look.outcome() instanceof Outcome.Skipped<?>(var reason) && reason == Outcome.Reason.SWITCHED_OFF);
            assertEquals("mailmedic-has-no-such-program", look.command());
        }
    }

    @Test
    void interfacesAreListed() throws IOException {
        try (var server = ScriptedServer.saying("")) {
            var up = new InterfaceProbe(Bench.with(server).instruments()).look().outcome().seen().orElseThrow();
            assertTrue(up.stream().anyMatch(each -> each.loopback() && !each.vpn()), up::toString);
        }
    }

    @Test
    void aNameIsLookedUp() throws IOException {
        try (var server = ScriptedServer.saying(""); var dns = TinyDns.answering((name, reply) ->
                TinyDns.address(reply, name, "192.0.2.1"))) {
            var bench = Bench.with(server, Settings.of("smtp.practice.test"));
            var look = new NameLookupProbe(bench.instruments()).ask(dns.address(), "127.0.0.1", "A", bench.step());
            assertEquals("192.0.2.1", look.outcome().seen().orElseThrow().addresses().getFirst().getHostAddress());
            assertEquals("dns-127.0.0.1-a-smtp.practice.test", look.id());
            assertFalse(look.bySystem());
        }
    }
}
