package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Options.Profile;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.report.Report;

/// Checking again: short where that is honest, everything where it is not, and never two sign-ins.
@Timeout(60)
final class RetestTest {
    private static final Map<String, Object> SERVER = Map.of("id", "greeting-1", "kind", "greeting", "role", "target");
    private final List<Progress> events = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;

    private static Report earlier(String code, Map<String, Object> evidence) {
        return report(code, "connect", evidence, "not_reached");
    }

    private static Report report(String code, String stage, Map<String, Object> evidence, String signIn) {
        var verdicts = code.isEmpty() ? List.<Report.Verdict>of()
                : List.of(new Report.Verdict(code, stage, "you", 0.9, "t", "s", List.of(), List.of(evidence.get("id").toString()), ""));
        return new Report("id", Instant.EPOCH, new Report.Tool("Mail Medic", "1", "Linux", "25"), Map.of("host", "h"),
                code.isEmpty() ? Report.Outcome.HEALTHY : Report.Outcome.PROBLEM, verdicts, List.of(),
                List.of(new Report.StageResult("sign_in", signIn, 0, 0)), List.of(evidence), List.of(), 1);
    }

    @Test
    void theDialogueAloneIsEnoughWhereNothingElseWasNeeded() {
        Options usual = Options.usual().withResolvers(Options.PUBLIC_RESOLVERS);
        Options again = Retest.narrowed(earlier("smtp.rejected_by_server", SERVER), usual);
        assertEquals(Profile.QUICK, again.profile());
        assertTrue(again.resolvers().isEmpty() && again.controls().isEmpty());
        assertEquals(usual.timeout(), again.timeout());
    }

    @ParameterizedTest
    @CsvSource({"tcp,control", "tcp,other_port", "greeting,other_mode", "tcp,canary", "page,", "clock,", "firewall,", "dns,",
            "mailbox,", "protection,"})
    void comparisonsAreMadeAgainWhereTheFindingsRestedOnThem(String kind, String role) {
        Map<String, Object> beside = role == null ? Map.of("id", "x", "kind", kind) : Map.of("id", "x", "kind", kind, "role", role);
        assertSame(Profile.FULL, Retest.narrowed(earlier("port.blocked_by_network", beside), Options.usual()).profile());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsLookedAtAgain(EvidenceKind kind) {
        boolean dialogue = kind.place() == EvidenceKind.Place.CONNECTION || kind.place() == EvidenceKind.Place.CHECKUP;
        var seen = Map.<String, Object>of("id", "x", "kind", kind.id(), "role", "target");
        assertSame(dialogue ? Profile.QUICK : Profile.FULL,
                Retest.narrowed(earlier("auth.disabled_by_provider", seen), Options.usual()).profile());
    }

    @Test
    void whatWasNoProblemIsLookedAtAsAWhole() {
        Options usual = Options.usual();
        assertEquals(usual, Retest.narrowed(earlier("", SERVER), usual));
        Options quick = usual.withProfile(Profile.QUICK);
        assertEquals(quick, Retest.narrowed(earlier("tcp.refused", SERVER), quick));
    }

    @Test
    void aShortLookAnswersOnlyWhatItCan() {
        Report before = earlier("smtp.rejected_by_server", SERVER);
        assertFalse(Retest.needsAll(before, report("", "", SERVER, "skipped")));
        assertFalse(Retest.needsAll(before, earlier("smtp.rejected_by_server", SERVER)));
        assertTrue(Retest.needsAll(before, earlier("tcp.timeout", SERVER)));
        for (String used : List.of("ok", "failed", "warning")) {
            assertFalse(Retest.needsAll(before, report("auth.bad_credentials", "sign_in", SERVER, used)), "the password was used");
        }
        assertTrue(Retest.needsAll(before, report("tls.cert_expired", "encrypt", SERVER, "skipped")));
    }

    private Report again(PracticeServer server, Report earlier) throws IOException, InterruptedException {
        Options usual = Checkups.options(server, folder, Duration.ofSeconds(5));
        return new Retest(Checkups.on(Checkups.doorsOf(server))).start(Checkups.settings(server), usual, earlier, events::add).await();
    }

    private long begun() {
        return events.stream().filter(Progress.Began.class::isInstance).count();
    }

    @Test
    void aMendedServerIsSeenInOneShortLook() throws IOException, InterruptedException {
        try (var server = PracticeServer.start(Faults.find("healthy").orElseThrow())) {
            Report report = again(server, earlier("smtp.rejected_by_server", SERVER));
            assertEquals(Report.Outcome.HEALTHY, report.outcome());
            assertEquals(1, begun());
            assertTrue(assertInstanceOf(Progress.Began.class, events.getFirst()).plan().quick());
            assertEquals(report, assertInstanceOf(Progress.Ended.class, events.getLast()).report());
        }
    }

    @Test
    void aNewTroubleIsLookedAtWithEverything() throws IOException, InterruptedException {
        try (var server = PracticeServer.start(Faults.find("cert-expired").orElseThrow())) {
            Report report = again(server, earlier("smtp.rejected_by_server", SERVER));
            assertEquals("tls.cert_expired", report.headline().orElseThrow().code());
            assertEquals(List.of(true, false), events.stream()
                    .flatMap(e -> e instanceof Progress.Began(var plan, var _) ? Stream.of(plan.quick())
                    : Stream.empty()).toList());
            assertEquals(1, events.stream().filter(Progress.Ended.class::isInstance).count());
            assertEquals(report, assertInstanceOf(Progress.Ended.class, events.getLast()).report());
        }
    }

    @Test
    void theSameTroubleNeedsNoSecondLook() throws IOException, InterruptedException {
        try (var server = PracticeServer.start(Faults.find("cert-expired").orElseThrow())) {
            again(server, earlier("tls.cert_expired", SERVER));
            assertEquals(1, begun());
        }
    }

    @Test
    void aRefusedPasswordIsUsedOnce() throws IOException, InterruptedException {
        try (var server = PracticeServer.start(Faults.find("auth-bad-credentials").orElseThrow())) {
            Report report = again(server, earlier("smtp.rejected_by_server", SERVER));
            assertEquals("auth.bad_credentials", report.headline().orElseThrow().code());
            assertEquals(1, server.signInAttempts());
        }
    }
}
