package org.mailmedic.ui.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.AdvicePages;
import org.mailmedic.advice.Entries;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.report.Report;

final class StepValuesTest {
    /// 587 was checked and is silent, 465 answers.
    private final StepValues values = StepValues.of(RealReports.blocked(), new Entries(new AdvicePages(Locale.ENGLISH)));

    @Test
    void aPortThatAnswersAndTheNameOfAServer() {
        assertEquals(List.of("465"), values.in("Use port 465 with TLS from the start (SSL/TLS). It gets through from here."));
        assertEquals(List.of("mail.gmx.net"), values.in("In the router, look for “SMTP block”. Add mail.gmx.net to the allowed ones."));
        assertEquals(List.of("smtp.gmail.com", "465"), values.in("Enter smtp.gmail.com, port 465."));
        assertEquals(List.of("9.9.9.9"), values.in("Ask another name server: 9.9.9.9."));
        assertEquals(List.of("shop@gmx.net"), values.in("Sign in as “shop@gmx.net”, not as shop."));
    }

    @Test
    void aPageToBeOpened() {
        assertEquals(List.of("https://myaccount.google.com/apppasswords"),
                values.in("Make an app password at https://myaccount.google.com/apppasswords."));
    }

    @Test
    void aPhraseIsNoValue() {
        assertEquals(List.of("465"), values.in("Set the port to 587 with STARTTLS, or to 465 with TLS from the start."));
    }

    @Test
    void aRecordForTheDomain() {
        assertEquals(List.of("v=spf1 include:_spf.google.com mx -all"),
                values.in("Put “v=spf1 include:_spf.google.com mx -all” into the TXT record of the domain."));
        assertEquals(List.of("v=spf1 a ~all"), values.in("Make it v=spf1 a ~all."));
        assertEquals(List.of("v=DMARC1; p=none; rua=mailto:post@shop.example"),
                values.in("Add “v=DMARC1; p=none; rua=mailto:post@shop.example” as _dmarc."));
        assertEquals(List.of(), values.in("A record that begins with v=spf1 and names nobody."));
    }

    @Test
    void aNameOfTwoPartsThatWasSeen() {
        StepValues seen = StepValues.of(entered("host", "shop.example", "from", "info@gmx.net"),
                new Entries(new AdvicePages(Locale.ENGLISH)));
        assertEquals(List.of("shop.example"), seen.in("Use shop.example instead of its number."));
        assertEquals(List.of("GMX.net"), seen.in("Sign in at GMX.net."));
        assertEquals(List.of(), seen.in("Look into config.php, e.g. at other.example."));
    }

    @Test
    void aCommandAsThePageHasIt() {
        StepValues server = StepValues.of(led("port.blocked_by_device", List.of()), new Entries(new AdvicePages(Locale.ENGLISH)));
        assertEquals(List.of("sudo ufw allow out 587/tcp"), server.in("Allow the port, with ufw for example: sudo ufw allow out 587/tcp."));
    }

    @Test
    void whatWasMadeUnreadableIsNotForEntering() {
        String step = "Use the address you sign in with as the sender.";
        var entries = new Entries(new AdvicePages(Locale.ENGLISH));
        assertEquals(List.of("shop@gmx.net"), StepValues.of(led("send.sender_rejected", List.of()), entries).in(step));
        assertEquals(List.of(), StepValues.of(led("send.sender_rejected", List.of("addresses")), entries).in(step));
    }

    private static Report entered(String name, String value, String other, String second) {
        Report report = RealReports.blocked();
        return new Report(report.id(), report.created(), report.tool(), Map.of(name, value, other, second), report.outcome(),
                report.diagnoses(),
                report.warnings(), report.stages(), List.of(), report.transcript(), report.totalMs());
    }

    /// @param code of the diagnosis that leads
    private static Report led(String code, List<String> masked) {
        Report report = entered("user", "shop@gmx.net", "host", "mail.gmx.net");
        var leading = report.diagnoses().getFirst();
        var verdict = new Report.Verdict(code, leading.stage(), leading.party(), leading.confidence(), leading.title(), leading.summary(),
                leading.steps(), leading.evidence(), leading.letter());
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), List.of(verdict),
                report.warnings(),
                report.stages(), report.evidence(), report.transcript(), report.totalMs(), masked);
    }

    @Test
    void theSameOnlyOnceAndNeverManyOfThem() {
        assertEquals(List.of("mail.gmx.net"), values.in("Compare mail.gmx.net with mail.gmx.net."));
        assertEquals(3, values.in("a.example.com b.example.com c.example.com d.example.com").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set the port back to 587.", "Port 2525 is for others.", "Wait 465.5 seconds.", "Version 1.465 is old.",
            "Number 14650.",
        "Call 465-587.", "Look into wp-config.php.", "Restart it, e.g. tonight.",
        "Open Settings > Network.", ""})
    void nothingElse(String step) {
        assertEquals(List.of(), values.in(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a-", "1.", "@", "a@", "v=spf1 ", "v=DMARC1;p=", "v=spf1 a"})
    void hostileStepsAreSoonDone(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> values.in(piece.repeat(3_900 / piece.length())));
    }
}
