package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

final class WebsiteViewTest {
    private static List<Report.StageResult> journey(String... stations) {
        return Arrays.stream(stations).map(each -> each.split("="))
                .map(each -> new Report.StageResult(each[0], each[1], 0, 0)).toList();
    }

    private static Optional<Report.Parting> parting(Security security, List<Report.StageResult> here, List<Report.StageResult> website) {
        Plan plan = new Planner().plan(Settings.of("mail.example.org").withSecurity(security), Options.usual());
        return WebsiteView.parting(plan, here, website);
    }

    @Test
    void theFirstStationThatDiffersCounts() {
        assertEquals(Optional.of(new Report.Parting("connect", "ok", "failed")), parting(Security.STARTTLS,
                journey("dns=ok", "connect=ok", "greeting=ok"), journey("dns=ok", "connect=failed", "greeting=not_reached")));
        assertEquals(Optional.of(new Report.Parting("greeting", "failed", "ok")), parting(Security.STARTTLS,
                journey("dns=ok", "connect=ok", "greeting=failed"), journey("dns=ok", "connect=ok", "greeting=ok")));
    }

    @Test
    void aWarningGetsOnAndWhatWasNotAskedTellsNothing() {
        assertEquals(Optional.empty(), parting(Security.STARTTLS, journey("dns=warning", "connect=ok", "sign_in=failed"),
                journey("dns=ok", "connect=ok", "sign_in=skipped")));
        assertEquals(Optional.empty(), parting(Security.STARTTLS, journey("connect=failed", "greeting=not_reached"),
                journey("connect=failed", "greeting=not_reached")));
    }

    @Test
    void aJourneyStopsOnceAndWhatIsWrongFurtherOnIsToldByItsDiagnosis() {
        Cases there = Cases.of("mail.example.org", 587, Security.STARTTLS)
                .php(Cases.php(List.of(), List.of("fsockopen"), "", Optional.empty())).resolved().notConnected(Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT).webWorks();
        var judged = UsualCheckup.website(Locale.ENGLISH).judge(Optional.of(there.file().settings()), there.file().evidence(),
                Instant.EPOCH,
                Optional.empty());
        Report report = assertInstanceOf(WebsiteView.Judged.Told.class, judged).report();
        assertEquals(List.of(Code.PORT_BLOCKED_BY_HOSTING.id(), Code.APP_CONFIG_ERROR.id()),
                report.diagnoses().stream().map(Report.Verdict::code).sorted(Comparator.reverseOrder()).toList());
        assertEquals(List.of("connect"), report.stages().stream().filter(stage -> stage.status().equals("failed"))
                .map(Report.StageResult::stage).toList());
        assertEquals(List.of("greeting", "hello", "encrypt"), report.stages().stream().filter(stage -> stage.status().equals("not_reached"))
                .map(Report.StageResult::stage).toList());
    }

    private static Report told(Cases there) {
        return assertInstanceOf(WebsiteView.Judged.Told.class, UsualCheckup.website(Locale.ENGLISH).judge(Optional.of(there.file()
                .settings()), there.file().evidence(), Instant.EPOCH, Optional.empty())).report();
    }

    private static Cases good(Cases there) {
        return there.connected().greets("220 mail.example.org ESMTP").hello("SIZE");
    }

    @Test
    void oneAddressThatGetsThroughIsEnoughAndTheOtherOneIsNamed() {
        for (boolean last : List.of(true, false)) {
            Cases there = Cases.of("mail.example.org", 587, Security.NONE).website().resolved();
            there = last ? good(there.at(Cases.SECOND).connected().noGreeting(Failure.TIMEOUT).at("192.0.2.1"))
                    : good(there).at(Cases.SECOND).connected().noGreeting(Failure.TIMEOUT);
            Report report = told(there);
            assertEquals(Report.Outcome.HEALTHY, report.outcome(), report.stages() + " " + report.diagnoses());
            assertEquals(List.of(Code.SMTP_GREETING_TIMEOUT.id()), report.warnings().stream().map(Report.Verdict::code).toList());
            assertTrue(report.warnings().toString().contains(Cases.SECOND), report.warnings().toString());
        }
    }

    @Test
    void anAddressThatTurnsUsAwayAfterOneThatLetsUsIn() {
        Report report = told(good(Cases.of("mail.example.org", 587, Security.NONE).website().resolved()).at(Cases.SECOND).connected()
                .greets("554 5.3.2 no service here"));
        assertEquals(Report.Outcome.HEALTHY, report.outcome());
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER.id()), report.warnings().stream().map(Report.Verdict::code).toList());
    }

    @Test
    void withNobodyToCompareWithBothExplanationsAreTold() {
        for (Failure how : List.of(Failure.TIMEOUT, Failure.REFUSED)) {
            Report.Verdict verdict = told(Cases.of("mail.example.org", 2587, Security.NONE).website().resolved().notConnected(how)
                    .controlsWork(587)).diagnoses().getFirst();
            assertTrue(verdict.code().startsWith("tcp."), verdict.code());
            assertTrue(verdict.summary().contains("the hosting company blocks the port, or the mail server does not let"),
                    verdict.summary());
        }
    }

    @Test
    void whereNoAddressGetsThroughTheStageFails() {
        Report report = told(Cases.of("mail.example.org", 587, Security.NONE).website().resolved().connected()
                .noGreeting(Failure.TIMEOUT).at(Cases.SECOND).connected().noGreeting(Failure.TIMEOUT));
        assertEquals(Report.Outcome.PROBLEM, report.outcome());
        assertEquals(List.of("greeting"), report.stages().stream().filter(stage -> stage.status().equals("failed"))
                .map(Report.StageResult::stage).toList());
    }

    @Test
    void withTlsFromTheStartItComesBeforeTheGreeting() {
        assertEquals("encrypt", parting(Security.TLS, journey("greeting=ok", "encrypt=ok"), journey("greeting=failed", "encrypt=failed"))
                .orElseThrow().stage());
        assertEquals("greeting", parting(Security.STARTTLS, journey("greeting=ok", "encrypt=ok"), journey("greeting=failed",
                "encrypt=failed"))
                .orElseThrow().stage());
    }
}
