package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;

final class PortsModelTest {
    private static PortsModel of(Report report) {
        return new PortsModel(report, Look.TEXTS, Look.WORDS);
    }

    @Test
    void portsAreComparedHereAndElsewherePerFamily() {
        var model = of(Look.report(
                Look.tcp("target", "mail.example", "192.0.2.1", 587, "timeout"),
                Look.tcp("target", "mail.example", "2001:db8::1", 587, "no_route"),
                Look.tcp("other_port", "mail.example", "192.0.2.1", 465, 41),
                Look.tcp("other_port", "mail.example", "192.0.2.1", 25, "refused"),
                Look.tcp("control", "one.example", "198.51.100.1", 587, "timeout"),
                Look.tcp("control", "two.example", "198.51.100.2", 587, 39),
                Look.tcp("canary", "192.0.2.1", "192.0.2.1", 587, "timeout")));
        assertEquals("""
                Port 587 (in your settings)
                  This server, IPv4: silent (192.0.2.1: 10.0 s)
                  This server, IPv6: no way there (2001:db8::1: 10.0 s)
                  Elsewhere, IPv4: answers at 1 of 2 (one.example: 10.0 s; two.example: 39 ms)
                Port 25
                  This server, IPv4: refused (192.0.2.1: 10.0 s)
                  This server, IPv6: not tried
                  Elsewhere, IPv4: not tried
                Port 465
                  This server, IPv4: open (192.0.2.1: 41 ms)
                  This server, IPv6: not tried
                  Elsewhere, IPv4: not tried
                """, model.text());
        List<Grid.Row> rows = model.grid().rows();
        assertEquals(DetailTone.NEUTRAL, rows.get(1).cells().getFirst().tone(), "another port that is shut is nothing unusual");
        assertEquals(DetailTone.FINE, rows.get(2).cells().getFirst().tone());
        assertEquals(DetailTone.BROKEN, rows.get(0).cells().getFirst().tone());
        assertEquals(DetailTone.CAUTION, rows.get(0).cells().getLast().tone());
    }

    @Test
    void aDoorThatOpensAndStaysMuteIsNotOpen() {
        var greeting = Look.fact("kind", "greeting", "status", "failed", "failure", "timeout", "address", "192.0.2.1", "port", 587,
                "role", "target",
                "mode", "plain");
        var model = of(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587, 20), greeting));
        Grid.Cell cell = model.grid().rows().getFirst().cells().getFirst();
        assertEquals("open, but no greeting", cell.words());
        assertEquals(DetailTone.BROKEN, cell.tone());
        greeting.put("status", "ok");
        assertEquals("mail server answers", of(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587, 20), greeting))
                .grid().rows().getFirst().cells().getFirst().words());
    }

    @Test
    void theGreetingOfAnotherAddressProvesNothing() {
        var other = Look.fact("kind", "greeting", "status", "ok", "address", "192.0.2.2", "port", 587, "role", "target", "mode", "plain");
        assertEquals("open", of(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587, 20), other))
                .grid().rows().getFirst().cells().getFirst().words());
    }

    @Test
    void theFamilyThatWasNotTriedIsNamed() {
        assertEquals(Optional.of("Nothing was tried over IPv6."), of(Look.report(Look.tcp("target", "mail.example", "192.0.2.1", 587,
                20))).note());
        assertEquals(Optional.of("Nothing was tried over IPv4."), of(Look.report(Look.tcp("target", "mail.example", "2001:db8::1", 587,
                20))).note());
    }

    @Test
    void aForeignReportMayLackEverything() {
        assertTrue(of(Look.report(Look.fact("kind", "dns"))).isEmpty());
        var model = of(Look.report("h", "not a port", List.of(Look.fact("kind", "tcp", "role", "target", "status", "failed", "failure",
                "gremlins"))));
        assertEquals("no connection", model.grid().rows().getFirst().cells().getFirst().words());
    }
}
