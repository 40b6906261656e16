package org.mailmedic.ui.page.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.explain.FoundFacts;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.Samples;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.FakeDialogs;
import org.mailmedic.ui.page.FakePlaces;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.part.Texts;

final class ExplainModelTest {
    private static final String REFUSED = "SMTP connect() to smtp.example.com:587\n535 5.7.8 Username and Password not accepted\n";
    private final List<String> opened = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final NoWay way = new NoWay();

    private ExplainModel model(Executor background) {
        var outside = new Outside(opened::add, new FakePlaces(), new FakeDialogs(), background, Runnable::run);
        var contacts = new Contacts(() -> Options.usual().withResolvers(List.of("9.9.9.9")), Set.of(), _ -> { });
        return new ExplainModel(new Hub(way, outside, contacts, ProviderBook.load(), (_, report) -> report,
                Texts.in(Locale.ENGLISH), OwnNames.UNKNOWN,
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")), () -> true));
    }

    private ExplainModel model() {
        return model(Runnable::run);
    }

    private static Meaning.Explained explained(ExplainModel model) {
        return assertInstanceOf(Meaning.Explained.class, model.meaningProperty().get());
    }

    @Test
    void nothingIsSaidBeforeATextIsThere() {
        ExplainModel model = model();
        assertInstanceOf(Meaning.Nothing.class, model.meaningProperty().get());
        model.read("  \n ");
        assertInstanceOf(Meaning.Nothing.class, model.meaningProperty().get());
    }

    @Test
    void aRefusedPasswordIsExplainedWithItsSteps() {
        ExplainModel model = model();
        model.read(REFUSED);
        assertEquals("auth.bad_credentials", explained(model).leading().code());
        assertFalse(model.tasks().isEmpty());
        assertEquals(explained(model).leading().steps(), model.tasks().stream().map(ExplainModel.Task::text).toList());
        assertTrue(model.marks().stream().anyMatch(mark -> mark.what().equals("reply") && mark.words().startsWith("535")));
        assertEquals("You can fix this", model.badge(explained(model).leading()));
    }

    @Test
    void noSecretIsKept() {
        ExplainModel model = model();
        model.read(REFUSED + "password=hunter2222\n");
        assertTrue(model.masked());
        assertFalse(model.textProperty().get().contains("hunter2222"));
        assertFalse(explained(model).toString().contains("hunter2222"));
        assertTrue(model.marks().stream().noneMatch(mark -> mark.words().contains("hunter2222")));
    }

    @Test
    void whatMeansNothingIsSaidSo() {
        ExplainModel model = model();
        model.read("The quick brown fox jumps over the lazy dog.");
        assertInstanceOf(Meaning.NotUnderstood.class, model.meaningProperty().get());
        assertEquals(List.of(), model.tasks());
    }

    @Test
    void whatIsNotUnderstoodIsPassedOnWithWhatWasRecognised() {
        ExplainModel model = model();
        model.read("Nextcloud: could not hand it over to smtp.example.org:587 (password=hunter2222)");

        Report told = model.report().orElseThrow();
        assertEquals(Report.Outcome.INCONCLUSIVE, told.outcome());
        assertEquals("smtp.example.org", told.settings().get("host"));
        assertEquals("unknown", told.diagnoses().getFirst().code());
        assertFalse(told.diagnoses().getFirst().steps().isEmpty());
        assertFalse(told.toString().contains("hunter2222"));
    }

    @Test
    void theLatestTextCounts() {
        ExplainModel model = model(waiting::add);
        model.read(REFUSED);
        model.read("The quick brown fox.");
        assertEquals(new Meaning.Reading(-1), model.meaningProperty().get());
        waiting.get(1).run();
        waiting.get(0).run();
        assertInstanceOf(Meaning.NotUnderstood.class, model.meaningProperty().get());
        assertEquals("The quick brown fox.", model.textProperty().get());
    }

    @Test
    void whatIsReadAfterStartOverIsForgotten() {
        ExplainModel model = model(waiting::add);
        model.read(REFUSED);
        model.forget();
        waiting.getFirst().run();
        assertInstanceOf(Meaning.Nothing.class, model.meaningProperty().get());
        assertEquals("", model.textProperty().get());
    }

    @Test
    void whatIsFoundIsFilledIn() {
        var found = new FoundFacts(Optional.of("PHPMailer"), Optional.of("smtp.example.com"), 465, Optional.of("tls"), Optional.empty(), 0,
                Optional.empty(), Optional.of("shop@example.com"), Optional.of("a@example.org"));
        assertEquals(Symptom.WEBSITE, ExplainModel.symptom(found));
        Draft draft = ExplainModel.draft(found);
        assertEquals("smtp.example.com", draft.host());
        assertEquals("465", draft.port());
        assertEquals(Security.TLS, draft.security());
        assertEquals("shop@example.com", draft.from());
        assertEquals("", draft.to(), "nobody is written to by the way");
    }

    @Test
    void whatIsNotFoundStaysEmpty() {
        var nothing = new FoundFacts(Optional.of("Thunderbird"), Optional.empty(), 0, Optional.empty(), Optional.empty(), 0,
                Optional.empty(),
                Optional.of("••••@example.com"), Optional.empty());
        assertEquals(Symptom.MAIL_PROGRAM, ExplainModel.symptom(nothing));
        assertEquals(Draft.EMPTY, ExplainModel.draft(nothing));
    }

    @Test
    void aCheckUpThatBeganHereIsComparedWithTheText() {
        ExplainModel model = model();
        model.read(REFUSED);
        assertFalse(model.began(Samples.refused()));
        model.check();
        assertTrue(model.began(Samples.refused()));
        assertTrue(model.agreement(Samples.refused()).startsWith("The check-up agrees"));
        assertTrue(model.agreement(Samples.blocked()).startsWith("The check-up found something else"));
        model.forget();
        assertFalse(model.began(Samples.refused()));
    }

    @Test
    void theLetterOpensInTheMailProgram() {
        ExplainModel model = model();
        model.read("Connecting to smtp.example.com:25\n554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org\n");
        model.openInMailProgram(explained(model).leading());
        assertTrue(opened.getFirst().startsWith("mailto:?subject="));
        assertFalse(model.noticeProperty().get().isEmpty());
    }

    @Test
    void aLogBecomesASummary(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mail.log"), log());
        ExplainModel model = model();
        model.read(file);
        var log = assertInstanceOf(Meaning.Log.class, model.meaningProperty().get());
        assertEquals("postfix", log.summary().program());
        assertEquals(3, log.summary().recipients().sent());
        assertEquals(3, log.summary().recipients().failed());
        assertEquals("send.recipient_rejected", log.causes().getFirst().code());
        assertFalse(log.stopped());
        assertEquals("", model.textProperty().get());
    }

    @Test
    void aStoppedLogIsSaidToBeStopped(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mail.log"), log());
        ExplainModel model = model(waiting::add);
        model.read(file);
        model.stop();
        waiting.getFirst().run();
        var log = assertInstanceOf(Meaning.Log.class, model.meaningProperty().get());
        assertTrue(log.stopped());
        assertEquals(0, log.summary().lines());
    }

    @Test
    void marksOfABounceStandWhereItsWordsAre() {
        ExplainModel model = model();
        model.read("""
                This is the mail system at host mail.shop.example.
                <anna@example.org>: host mx.example.org[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)
                """);
        assertEquals(List.of("anna@example.org"), words(model, "to"));
        assertEquals(List.of("mx.example.org"), words(model, "host"));
    }

    private static List<String> words(ExplainModel model, String what) {
        String text = model.textProperty().get();
        return model.marks().stream().filter(mark -> mark.what().equals(what)).map(mark -> text.substring(mark.from(), mark.to())).toList();
    }

    @Test
    void aPastedLogBecomesTheSame() {
        ExplainModel model = model();
        model.read(log());
        assertEquals(3, assertInstanceOf(Meaning.Log.class, model.meaningProperty().get()).summary().recipients().sent());
        assertEquals(log(), model.textProperty().get());
    }

    @Test
    void aMessageInAnOldCodePageIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("fehler.txt"), ("Fehler f\u00fcr smtp.example.com:\n" + REFUSED)
                .getBytes(StandardCharsets.ISO_8859_1));
        ExplainModel model = model();
        model.read(file);
        assertEquals("auth.bad_credentials", explained(model).leading().code());
    }

    @Test
    void packedFilesAreTakenForWhatIsInThem(@TempDir Path folder) throws IOException {
        ExplainModel model = model();
        model.read(packed(folder.resolve("message.txt.gz"), REFUSED));
        assertEquals("auth.bad_credentials", explained(model).leading().code());
        model.read(packed(folder.resolve("mail.log.gz"), log()));
        assertInstanceOf(Meaning.Log.class, model.meaningProperty().get());
    }

    private static Path packed(Path file, String text) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void aFileThatIsGoneIsSaidSo(@TempDir Path folder) {
        ExplainModel model = model();
        model.read(folder.resolve("gone.txt"));
        assertEquals(new Meaning.Unreadable("gone.txt"), model.meaningProperty().get());
    }

    static String log() {
        var lines = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String id = "4A1B2C3D0" + i;
            String head = "Nov 20 09:0" + i + ":00 mx postfix/";
            lines.append(head).append("qmgr[11]: ").append(id).append(": from=<shop@example.com>, size=900, nrcpt=1 (queue active)\n");
            lines.append(head).append("smtp[12]: ").append(id).append(": to=<p").append(i)
                    .append("@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=1.2, delays=0.1/0/0.5/0.6, ")
                    .append(i % 2 == 0 ? "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 77)\n"
                            : "dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n");
            lines.append(head).append("qmgr[11]: ").append(id).append(": removed\n");
        }
        return lines.toString();
    }
}
