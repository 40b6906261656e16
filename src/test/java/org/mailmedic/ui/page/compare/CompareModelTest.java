package org.mailmedic.ui.page.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;
import org.mailmedic.ui.DomainReports;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.StationState.Mark;
import org.mailmedic.ui.part.Texts;

final class CompareModelTest {
    private final NoWay way = new NoWay();

    @Test
    void goodNewsIsSaidAsSuch() {
        CompareModel model = model(ShownReport.fresh(Samples.blocked(), List.of()), ShownReport.fresh(Samples.healthy(), List.of()),
                Kind.OTHER, "changed the port");
        assertTrue(model.works());
        assertEquals("It works now", model.headline());
        assertEquals("Fixed", model.badge());
        assertEquals("Before: Your network blocks the mail door 587.", model.sentence());
        assertEquals(Optional.of("You noted: “changed the port”"), model.note());
    }

    @Test
    void theSameProblemIsNoGoodNews() {
        CompareModel model = model(ShownReport.fresh(Samples.blocked(), List.of()), ShownReport.fresh(Samples.blocked(), List.of()));
        assertEquals("Nothing has changed", model.headline());
        assertEquals("Not solved yet", model.badge());
        assertEquals(Optional.empty(), model.note());
        assertEquals(List.of(), model.changes());
    }

    @Test
    void stationsStandSideBySideWithWhatWasSeen() {
        ShownReport before = ShownReport.fresh(Samples.blocked(), List.of(new StationState(Station.DOOR, Mark.BROKEN, "port 587 silent"),
                new StationState(Station.ENCRYPTION, Mark.NOT_REACHED, ""), new StationState(Station.SENDING, Mark.SKIPPED, "")));
        ShownReport now = ShownReport.fresh(Samples.healthy(),
                List.of(new StationState(Station.DOOR, Mark.FINE, "port 465 answers in 41 ms"),
                new StationState(Station.ENCRYPTION, Mark.FINE, "TLS 1.3"), new StationState(Station.SENDING, Mark.SKIPPED, "")));
        List<CompareModel.Row> rows = model(before, now).rows();
        assertEquals(List.of("Server’s door", "Encryption"), rows.stream().map(CompareModel.Row::station).toList(),
                "what nobody looked at is left out");
        assertEquals(new CompareModel.Side(Mark.BROKEN, "port 587 silent"), rows.getFirst().before());
        assertEquals(new CompareModel.Side(Mark.NOT_REACHED, "not reached"), rows.getLast().before());
        assertFalse(rows.getLast().same());
    }

    @Test
    void twoServersAreNotCompared() {
        Report other = with(Samples.healthy(), "host", "mail.example.org");
        assertFalse(model(ShownReport.fresh(Samples.blocked(), List.of()), ShownReport.fresh(other, List.of())).comparable());
    }

    @Test
    void theListAndTheirOwnWordsAreBothRepeated() {
        ShownReport one = ShownReport.fresh(Samples.blocked(), List.of());
        assertEquals(Optional.of("You noted: “I switched the VPN off: the \\u202eblue one”"),
                model(one, one, Kind.VPN_OFF, "the \u202eblue one").note());
        assertEquals(Optional.of("You noted: “I switched the VPN off”"), model(one, one, Kind.VPN_OFF, "").note());
        assertEquals(Optional.empty(), model(one, one, Kind.OTHER, "").note());
    }

    @Test
    void theChangeIsCreditedWithWhatTheTwoShow() {
        ShownReport blocked = ShownReport.fresh(Samples.blocked(), List.of());
        CompareModel model = model(blocked, ShownReport.fresh(Samples.healthy(), List.of()), Kind.ANTIVIRUS_OFF, "");
        assertTrue(model.helped());
        assertEquals(Optional.of(
                "It works while the antivirus is off, so its mail protection was most likely in the way. Switch it on again now, and allow "
                + "the mail program in its settings."), model.conclusion());
        CompareModel same = model(blocked, blocked, Kind.ANTIVIRUS_OFF, "");
        assertFalse(same.helped());
        assertEquals(Optional.of("It makes no difference, so the antivirus is most likely not in the way. Switch it on again now."),
                same.conclusion());
        assertEquals(Optional.of("It made no difference, so this alone was not the cause."),
                model(blocked, blocked, Kind.OTHER, "moved the desk").conclusion());
    }

    @Test
    void withoutAChangeNothingIsConcluded() {
        CompareModel model = model(ShownReport.fresh(Samples.blocked(), List.of()), ShownReport.fresh(Samples.healthy(), List.of()));
        assertEquals(Optional.empty(), model.conclusion());
        assertFalse(model.helped());
    }

    @Test
    void whatWasChangedCanBeSaidAfterwardsOnce() {
        CompareModel model = model(ShownReport.fresh(Samples.blocked(), List.of()), ShownReport.fresh(Samples.healthy(), List.of()));
        assertTrue(model.askable());
        model.say();
        assertTrue(model.askable(), "nothing was said");
        model.asked().kindProperty().set(Optional.of(Kind.OTHER_NETWORK));
        model.say();
        model.say();
        assertEquals(List.of("changed between problem and healthy other_network"), way.steps);
        assertFalse(model.askable());
        assertEquals(Optional.of("It works from the other network, so the first network or its provider most likely blocks it."),
                model.conclusion());
    }

    @Test
    void whatTheTwoDoNotSupportIsNotClaimed() {
        ShownReport blocked = ShownReport.fresh(Samples.blocked(), List.of());
        CompareModel twice = model(blocked, ShownReport.fresh(with(Samples.healthy(), "port", 465), List.of()), Kind.ANTIVIRUS_OFF, "");
        assertFalse(twice.helped());
        assertEquals(Optional.of(
                "The settings are other ones too, and of two changes at once nobody can tell which did it. Change one thing at a time."),
                twice.conclusion());
        assertEquals(Optional.of(
                "Both check-ups used the same settings, so they say nothing about new ones. Change them here too, then check again."),
                model(blocked, ShownReport.fresh(Samples.healthy(), List.of()), Kind.SETTINGS, "").conclusion());
        assertEquals(Optional.of("These two check-ups cannot be compared, so they say nothing about what you changed."),
                model(ShownReport.fresh(Samples.inconclusive(), List.of()), ShownReport.fresh(Samples.healthy(), List.of()),
                        Kind.FIREWALL_OFF, "").conclusion());
        assertEquals(Optional.empty(), model(blocked, ShownReport.fresh(with(Samples.healthy(), "host", "mail.example.org"), List.of()),
                Kind.WAITED, "").conclusion());
    }

    private static Report with(Report one, String setting, Object value) {
        var settings = new LinkedHashMap<>(one.settings());
        settings.put(setting, value);
        return new Report(one.id(), one.created(), one.tool(), settings, one.outcome(), one.diagnoses(), one.warnings(), one.stages(),
                one.evidence(),
                one.transcript(), one.totalMs());
    }

    private CompareModel model(ShownReport before, ShownReport now) {
        return model(before, now, Optional.empty());
    }

    private CompareModel model(ShownReport before, ShownReport now, Kind kind, String note) {
        return model(before, now, Optional.of(new Intervention(kind, note)));
    }

    private CompareModel model(ShownReport before, ShownReport now, Optional<Intervention> change) {
        return new CompareModel(before, now, change, ZoneOffset.UTC, way, Texts.in(Locale.ENGLISH));
    }

    @Test
    void aDomainIsComparedRecordByRecord() {
        Report ill = DomainReports.of(DomainSamples.ill(), Instant.parse("2026-11-27T12:00:00Z"));
        Report healthy = DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-28T12:00:00Z"));
        CompareModel model = model(kept(ill), kept(healthy));
        assertEquals("The second time the records were in order", model.headline());
        assertEquals("First: Your SPF record does not cover the server that sends.", model.sentence());
        assertEquals("Record", model.rowTitle());
        CompareModel.Row spf = model.rows().stream().filter(row -> row.station().equals("Who may send for you (SPF)")).findFirst()
                .orElseThrow();
        assertEquals(new CompareModel.Side(Mark.BROKEN, "needs attention: v=spf1 include:_spf.example.net include:_spf.example.com ~all"),
                spf.before());
        assertEquals(new CompareModel.Side(Mark.FINE, "in order: v=spf1 ip4:192.0.2.0/24 -all"), spf.now());
        assertTrue(model.changes().contains("Who may send for you (SPF): needs attention → in order"), model.changes()::toString);
        CompareModel same = model(kept(healthy), kept(healthy));
        assertEquals("Nothing had changed", same.headline());
        assertEquals("The mail records of example.org are in order.", same.sentence());
        assertTrue(same.rows().stream().allMatch(CompareModel.Row::same));
    }

    @Test
    void whatIsMissingIsMarkedByWhatWasMadeOfIt() {
        Report healthy = DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-27T12:00:00Z"));
        Report ill = DomainReports.of(DomainSamples.ill(), Instant.parse("2026-11-28T12:00:00Z"));
        CompareModel model = model(kept(healthy), kept(ill));
        var sts = model.rows().stream().filter(row -> row.station().contains("MTA-STS")).findFirst().orElseThrow();
        assertEquals(new CompareModel.Side(Mark.SKIPPED, "not there"), sts.before());
        var dkim = model.rows().stream().filter(row -> row.station().contains("DKIM")).findFirst().orElseThrow();
        assertEquals(Mark.BROKEN, dkim.now().mark(), dkim::toString);
    }

    @Test
    void whatWasNotSeenHasNotChanged() {
        Report healthy = DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-27T12:00:00Z"));
        Report silent = DomainReports.of(DomainSamples.silent(), Instant.parse("2026-11-28T12:00:00Z"));
        CompareModel model = model(kept(healthy), kept(silent));
        assertEquals("The second time we could not tell", model.headline());
        assertTrue(model.changes().stream().noneMatch(line -> line.contains("SPF")), model.changes()::toString);
        assertTrue(model.rows().stream().anyMatch(row -> row.now().equals(new CompareModel.Side(Mark.SKIPPED, "not known"))));
    }

    @Test
    void twoDomainsAreNotComparedNorIsADomainWithAServer() {
        Report healthy = DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-27T12:00:00Z"));
        assertEquals("Two different domains", model(kept(healthy), kept(DomainReports.about("example.net", healthy))).headline());
        assertFalse(model(kept(healthy), kept(Samples.healthy())).comparable());
    }

    private static ShownReport kept(Report report) {
        var opened = (OpenedReport.Opened) ReportReader.read(JsonReport.write(report).getBytes(StandardCharsets.UTF_8));
        return new ShownReport(report, List.of(), Optional.of(ShownReport.File.kept("one.json", opened)));
    }
}
