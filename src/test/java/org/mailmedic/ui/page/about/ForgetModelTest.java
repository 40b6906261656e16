package org.mailmedic.ui.page.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.history.Erased;
import org.mailmedic.history.History;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Retention;
import org.mailmedic.history.Trouble;
import org.mailmedic.ui.page.Choices;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.Memory;
import org.mailmedic.ui.page.about.ForgetModel.State;
import org.mailmedic.ui.part.Texts;

final class ForgetModelTest {
    @TempDir
    private Path home;
    private Path history;
    private Path choices;
    private EarlierStore earlier;
    private final List<String> told = new ArrayList<>();
    private Memory memory;
    private ForgetModel model;

    @BeforeEach
    void open() {
        history = home.resolve("data").resolve("mailmedic").resolve("history");
        choices = home.resolve("config").resolve("mailmedic").resolve("window.properties");
        earlier = new EarlierStore(history, EarlierStore.Choice.usual(), _ -> { }, InstantSource.system(), Runnable::run, Runnable::run);
        Choices file = new Choices() {
            @Override
            public Optional<Path> file() {
                return Optional.of(choices);
            }

            @Override
            public void forget() throws IOException {
                Files.deleteIfExists(choices);
            }
        };
        memory = new Memory(earlier, file, Runnable::run, Runnable::run);
        model = new ForgetModel(memory, () -> told.add("forgotten"), Texts.in(Locale.ENGLISH));
    }

    @Test
    void saysThatNothingIsKeptAndForgetsNothing() throws IOException {
        model.begin();
        assertEquals(new State(List.of("Nothing is kept at the moment."), false, false, false), now());
        model.ask();
        assertFalse(now().asking());
        assertEquals(List.of(), everything());
    }

    @Test
    void saysWhatIsKeptAndWhere() throws IOException {
        keepAll();
        model.begin();
        assertEquals(List.of("1 earlier check-up: " + history,
                "Your choices in this window, such as its look and what may be contacted: " + choices), now().lines());
        assertTrue(now().some());
    }

    @Test
    void asksOnceAndForgetsNothingUntilThen() throws IOException {
        keepAll();
        List<Path> before = everything();
        model.begin();
        model.yes();
        assertEquals(before, everything(), "nobody was asked");
        model.ask();
        assertTrue(now().asking());
        assertTrue(model.question().startsWith("Delete the earlier check-up, and your choices? It cannot be brought back."),
                model.question());
        model.no();
        assertFalse(now().asking());
        assertEquals(before, everything());
        assertEquals(List.of(), told);
    }

    @Test
    void leavesNoTraceButWhatWasSavedElsewhere() throws IOException {
        keepAll();
        Path saved = Files.writeString(home.resolve("data").resolve("saved.mailmedic.json"), "{}");
        Path neighbour = Files.writeString(home.resolve("config").resolve("other program.properties"), "x=y");
        forget();
        assertEquals(List.of(neighbour, saved), everything().stream().filter(Files::isRegularFile).toList());
        assertFalse(Files.exists(history.getParent()));
        assertFalse(Files.exists(choices.getParent()));
        assertEquals(List.of("1 earlier check-up is deleted.", "Your choices are deleted. They hold until you close this window.",
                "Nothing of Mail Medic’s is kept any more. The next check-up or choice is kept again."), now().lines());
        assertFalse(now().some());
        assertEquals(List.of("forgotten"), told);
    }

    @Test
    void whatIsDamagedOrHalfWrittenGoesToo() throws IOException {
        keepAll();
        Path report = reports().getFirst();
        Files.writeString(report, "{");
        Files.writeString(history.resolve(".1-" + UUID.randomUUID() + ".part"), "half");
        forget();
        assertFalse(Files.exists(history));
    }

    @Test
    void namesWhatCannotBeDeletedAndForgetsTheRest() throws IOException {
        keepAll();
        Path stuck = undeletable(choices);
        forget();
        assertFalse(Files.exists(history));
        assertTrue(Files.exists(stuck));
        assertEquals(List.of("1 earlier check-up is deleted.", "This could not be deleted: " + choices
                + ". Close what may be using it and try again, or delete it by hand."), now().lines());
        assertTrue(now().some(), "one can try again");
        Files.delete(stuck);
        model.ask();
        model.yes();
        assertFalse(Files.exists(choices));
        assertFalse(now().some());
    }

    @Test
    void aCheckupThatCannotBeDeletedIsNamedAndIsNotTakenForSomebodyElses() throws IOException {
        keepAll();
        Path stuck = reports().getFirst();
        var done = memory.rest(new Erased(4, List.of(stuck.getFileName().toString()), Optional.of(Trouble.NOT_ALLOWED)));
        assertEquals(4, done.checkups());
        assertEquals(List.of(stuck), done.left());
        assertTrue(done.choices());
        assertFalse(done.foreign().contains(stuck));
        assertTrue(Files.exists(stuck));
    }

    @Test
    void aFileThatStandsWhereTheFolderShouldBeIsNamedAndStays() throws IOException {
        Files.createDirectories(history.getParent());
        Files.writeString(history, "in the way");
        forget();
        assertEquals("in the way", Files.readString(history));
        assertEquals(List.of("This could not be deleted: " + history + ". Close what may be using it and try again, or delete it by hand."),
                now().lines());
    }

    @Test
    void filesOfOthersInOurFolderStayAndAreNamed() throws IOException {
        keepAll();
        Path foreign = Files.writeString(history.resolve("my notes.txt"), "mine");
        forget();
        assertEquals("mine", Files.readString(foreign));
        assertTrue(now().lines().contains("This is not from Mail Medic and left alone: " + foreign + "."), now().lines()::toString);
        assertFalse(now().some());
    }

    @Test
    void aLinkThatStandsWhereTheFolderShouldBeIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "mine");
        Files.createDirectories(history.getParent());
        Files.createSymbolicLink(history, elsewhere);
        forget();
        assertEquals("mine", Files.readString(precious));
    }

    private State now() {
        return model.stateProperty().get();
    }

    private void forget() {
        model.begin();
        model.ask();
        model.yes();
    }

    private void keepAll() throws IOException {
        History.open(history, Retention.everything(), InstantSource.system()).save(RealReports.blocked());
        earlier.note(new Intervention(Intervention.Kind.FIREWALL_OFF, "the one of the system"), "", "", true, _ -> { });
        Files.createDirectories(choices.getParent());
        Files.writeString(choices, "look=DARK");
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> all = Files.list(history)) {
            return all.filter(each -> each.toString().endsWith(".mailmedic.json")).sorted().toList();
        }
    }

    /// Nobody can delete a folder that is not empty as if it were a file, whatever their rights.
    private static Path undeletable(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        return Files.writeString(file.resolve("in the way"), "");
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(each -> !each.equals(home)).sorted().toList();
        }
    }
}
