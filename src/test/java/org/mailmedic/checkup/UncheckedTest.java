package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.plan.Stage;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.report.Report;
import org.mailmedic.report.text.TextReport;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Settings;

/// A user name without a password: the person signs in, but not here.
@Timeout(60)
final class UncheckedTest {
    private static Cases named(Cases cases) {
        return cases.with(s -> s.withLogin(new Login.NameOnly("me@example.org")));
    }

    private static List<Stage> unchecked(Cases cases) {
        return new Unchecked().in(cases.file(), cases.diagnosis());
    }

    @Test
    void aServerThatOffersASignInIsAskedNoMore() {
        assertEquals(List.of(Stage.SIGN_IN, Stage.SENDER), unchecked(named(Cases.upToEncryptedHello())));
        assertEquals(List.of(Stage.SIGN_IN, Stage.SENDER, Stage.RECIPIENT),
                unchecked(named(Cases.upToEncryptedHello()).with(s -> s.withTo(Checkups.address("you@example.net")))));
        assertEquals(List.of(Stage.SIGN_IN), unchecked(Cases.upToEncryptedHello().with(s -> s.withLogin(new Login.NameOnly("me")))));
    }

    @Test
    void nothingIsLeftOutWhereNobodyMeansToSignInOrThePasswordIsThere() {
        assertEquals(List.of(), unchecked(Cases.upToEncryptedHello().from("me@example.org")));
        assertEquals(List.of(), unchecked(Cases.upToEncryptedHello().password()));
    }

    @Test
    void aRefusalThatOnlyAsksForASignInIsNoFinding() {
        Cases refused = named(Cases.starttls().upgraded().tlsDone().helloInTls().sender("530 5.7.0 Authentication required"));
        assertEquals(List.of(), refused.diagnoses());
        assertEquals(List.of(Stage.SIGN_IN, Stage.SENDER), unchecked(refused));
        Cases nobody = Cases.starttls().from("me@example.org").upgraded().tlsDone().helloInTls()
                .sender("530 5.7.0 Authentication required");
        assertEquals(List.of(Code.AUTH_REQUIRED), nobody.diagnoses());
    }

    @Test
    void anyOtherRefusalIsOne() {
        Cases refused = named(Cases.plain().greets("220 mail.example.org ESMTP").hello("STARTTLS"))
                .sender("530 5.7.0 Must issue a STARTTLS command first");
        assertEquals(List.of(Code.TLS_STARTTLS_REQUIRED), refused.diagnoses());
        assertEquals(List.of(Stage.SIGN_IN), unchecked(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "healthy-sign-in-required"})
    void aWholeCheckupSaysSoInEveryForm(String server, @TempDir Path folder) throws Exception {
        Report report = report(Faults.find(server).orElseThrow(), folder);
        assertEquals(Report.Outcome.HEALTHY, report.outcome(), () -> report.diagnoses().toString());
        assertEquals(List.of("sign_in", "sender", "recipient"), report.unchecked());
        assertTrue(report.partly());
        report.stages().stream().filter(stage -> report.unchecked().contains(stage.stage()))
                .forEach(stage -> assertEquals("skipped", stage.status()));
        assertTrue(report.transcript().stream().noneMatch(line -> line.line().startsWith("MAIL") || line.line().startsWith("AUTH ")));
        String text = TextReport.write(report, false);
        assertTrue(text.contains("Everything up to the sign-in works"), text);
        assertTrue(text.replaceAll("\\s+", " ").contains("since no password was given: the sign-in, the sender and the recipient."), text);
        assertFalse(text.toLowerCase(Locale.ROOT).contains("your mail can go out"));
    }

    private static Report report(Fault fault, Path folder) throws Exception {
        try (var server = PracticeServer.start(fault)) {
            Settings settings = Checkups.settings(server).withLogin(new Login.NameOnly("person@practice.test"))
                    .withTo(Checkups.address("person@example.com"));
            return Checkups.on(Checkups.doorsOf(server)).start(settings, Checkups.options(server, folder, Duration.ofSeconds(5)), _ -> { })
                    .await();
        }
    }
}
