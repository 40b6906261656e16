package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.Language;
import org.mailmedic.monitor.Watching;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.part.Fold;
import org.testfx.api.FxRobot;

/// Another language, on every kind of page: the words change at once, and nothing that was typed, chosen or measured is lost.
final class LanguageWalkTest {
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open(Tongue.CHANGING);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private void speaks(Language language) {
        window.does(() -> window.speech().chosenProperty().set(Optional.of(language)));
    }

    private Hands hands() {
        return new Hands(window, robot);
    }

    private <T extends Node> T node(String selector, Class<T> type) {
        return window.sees(() -> type.cast(window.scene().lookup(selector)));
    }

    private String typed(String id) {
        return window.sees(() -> ((TextField) window.scene().lookup(id)).getText());
    }

    /// Every word on the page and in the header, but for what is a value.
    private List<String> words() {
        return window.sees(() -> window.scene().getRoot().lookupAll("*").stream().filter(Label.class::isInstance)
                .map(each -> ((Labeled) each).getText()).filter(text -> text != null && !text.isBlank()).toList());
    }

    private boolean saysNothingIn(String tag) {
        var mark = Pattern.compile("\\b" + tag + ":\\S");
        return words().stream().noneMatch(text -> mark.matcher(text).find());
    }

    @Test
    void theAccountKeepsWhatWasTypedFoundAndSaid() {
        window.does(() -> window.walk().account(Symptom.WEBSITE));
        Gestures.fill(window, "shop@gmx.net", "https://mail.gmx.net:587/", "99999", "someone@");
        window.does(() -> Gestures.press(window, "Start the check-up"));
        window.does(() -> {
            ((TextField) window.scene().lookup("#account-password")).setText("hunter2222");
            var host = (TextField) window.scene().lookup("#account-host");
            host.requestFocus();
            host.selectRange(2, 5);
        });
        int hints = window.sees(() -> window.scene().getRoot().lookupAll(".hint").size());
        speaks(Language.GERMAN);
        assertEquals("de:Your mail account", hands().headline());
        assertEquals("shop@gmx.net", typed("#account-address"));
        assertEquals("https://mail.gmx.net:587/", typed("#account-host"));
        assertEquals("99999", typed("#account-port"));
        assertEquals("someone@", typed("#account-recipient"));
        assertEquals("hunter2222", typed("#account-password"));
        TextField host = node("#account-host", TextField.class);
        assertTrue(window.sees(host::isFocused), "the focus stays");
        assertEquals("tps", window.sees(host::getSelectedText));
        assertEquals(hints, window.sees(() -> window.scene().getRoot().lookupAll(".hint").size()), "what is said is said on");
        assertTrue(words().stream().filter(text -> text.contains("mail.gmx.net")).allMatch(text -> text.contains("de:")),
                words().toString());
        hands().press(KeyCode.ESCAPE);
        assertEquals("de:What is happening with your mail?", hands().headline());
        speaks(Language.FRENCH);
        assertEquals("fr:What is happening with your mail?", hands().headline());
    }

    @Test
    void aSearchAndACheckUpUnderWayGoOn() {
        window.does(() -> window.walk().account(Symptom.MAIL_PROGRAM));
        window.does(() -> ((TextField) window.scene().lookup("#account-address")).setText("anna@shop.example"));
        window.does(() -> Gestures.press(window, "Start the check-up"));
        speaks(Language.GERMAN);
        assertFalse(window.finder.last().cancelled()[0], "it is still being looked for");
        window.does(() -> window.finder.finds(FakeFinder.own("mail.shop.example")));
        assertEquals("de:Following your mail", hands().headline());
        window.does(window.engine::asFarAsTheDoor);
        int seen = window.sees(() -> window.scene().getRoot().lookupAll(".sighting").size());
        speaks(Language.ITALIAN);
        assertFalse(window.engine.cancelled());
        assertEquals(1, window.engine.starts());
        assertEquals(seen, window.sees(() -> window.scene().getRoot().lookupAll(".sighting").size()));
        assertTrue(saysNothingIn("de"), words().toString());
        window.does(window.engine::silentDoor);
        window.does(() -> window.engine.end(Samples.blocked()));
        assertEquals("it:Your network blocks the mail door 587", hands().headline());
    }

    @Test
    void theAnswerKeepsItsTicksItsNoteAndItsOpenDetails() {
        Gestures.details(window, Samples.blocked(), "ports");
        window.does(() -> {
            ((ToggleButton) window.scene().lookup(".step .toggle")).fire();
            ((TextField) window.scene().lookup("#answer-note")).setText("moved the router");
        });
        speaks(Language.DUTCH);
        assertEquals("nl:Your network blocks the mail door 587", hands().headline());
        assertTrue(window.sees(() -> ((ToggleButton) window.scene().lookup(".step .toggle")).isSelected()));
        assertEquals("moved the router", typed("#answer-note"));
        assertEquals("nl:Ports", window.sees(() -> window.scene().getRoot().lookupAll(".tab-button").stream().map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected).findFirst().orElseThrow().getText()));
        assertTrue(words().stream().anyMatch(text -> text.equals("nl:port 587 silent")), "the stations as well: " + words());
        speaks(Language.ENGLISH);
        assertEquals("Your network blocks the mail door 587", hands().headline());
        assertTrue(saysNothingIn("nl"), words().toString());
        window.does(() -> Gestures.press(window, "I changed something: check again"));
        speaks(Language.SPANISH);
        window.does(() -> window.engine.passAll(Samples.healthy()));
        assertEquals("es:It works now", hands().headline());
        speaks(Language.GERMAN);
        assertEquals("de:It works now", hands().headline());
        assertTrue(words().stream().anyMatch(text -> text.contains("moved the router")), "what was said about the change is kept");
    }

    @Test
    void whatWasUnfoldedStaysSoAndTheFocusStaysInTheText() {
        Gestures.answer(window, Samples.twoCauses());
        window.does(() -> window.scene().getRoot().lookupAll(".fold").stream().map(Fold.class::cast).findFirst().orElseThrow().turn());
        window.does(() -> {
            var note = (TextField) window.scene().lookup("#answer-note");
            note.setText("moved the router");
            note.requestFocus();
            note.selectRange(6, 9);
        });
        speaks(Language.GERMAN);
        assertTrue(window.sees(() -> window.scene().getRoot().lookupAll(".fold").stream().map(Fold.class::cast).findFirst().orElseThrow()
                .isOpen()));
        TextField note = node("#answer-note", TextField.class);
        assertTrue(window.sees(note::isFocused));
        assertEquals("the", window.sees(note::getSelectedText));
    }

    @Test
    void theLetterIsInTheLanguageOfWhoeverReadsIt() {
        Gestures.answer(window, Samples.blocked());
        speaks(Language.GERMAN);
        assertTrue(letter().startsWith("de:"), letter());
        @SuppressWarnings("unchecked")
        ComboBox<Language> menu = node("#answer-letter-language", ComboBox.class);
        assertEquals(List.of(Language.GERMAN, Language.ENGLISH), window.sees(() -> List.copyOf(menu.getItems().subList(0, 2))));
        assertEquals(Language.values().length, window.sees(() -> menu.getItems().size()));
        window.does(menu::requestFocus);
        hands().press(KeyCode.DOWN);
        window.does(() -> { });
        assertEquals(Samples.blocked().headline().orElseThrow().letter(), letter());
        speaks(Language.ITALIAN);
        assertEquals(Samples.blocked().headline().orElseThrow().letter(), letter(), "what was chosen for the letter stays");
        assertEquals("it:Your network blocks the mail door 587", hands().headline());
    }

    private String letter() {
        return window.sees(() -> ((Label) window.scene().lookup(".letter")).getText());
    }

    @Test
    void aWatchGoesOn() {
        Gestures.answer(window, Samples.blocked());
        window.does(() -> window.walk().watch());
        var noon = Instant.parse("2026-11-20T12:00:00Z");
        window.does(() -> window.watches.tell(new Watching.RoundBegan(1, noon), new Watching.RoundEnded(1, noon, Samples.blocked()),
                new Watching.NextRound(2, noon.plusSeconds(25), Duration.ofSeconds(15))));
        speaks(Language.GERMAN);
        assertFalse(window.watches.stopped(), "it is still watched");
        assertTrue(words().stream().anyMatch(text -> text.contains("de:Your network blocks the mail door 587")), words().toString());
        assertTrue(window.sees(() -> ((Label) window.scene().lookup("#watch-state")).getText()).startsWith("de:"));
    }

    @Test
    void whatWasReadIsReadAndWhatWasFoundIsFound() {
        States.all().get("7-explain").accept(window);
        window.does(() -> ((ToggleButton) window.scene().lookup(".step .toggle")).fire());
        speaks(Language.GERMAN);
        assertTrue(window.sees(() -> ((TextArea) window.scene().lookup("#explain-text")).getText()).contains("535 5.7.8"));
        assertTrue(window.sees(() -> ((ToggleButton) window.scene().lookup(".step .toggle")).isSelected()));
        States.all().get("4-website-not-reached").accept(window);
        speaks(Language.FRENCH);
        assertEquals("http://www.shop.example/", typed("#website-address"));
        assertEquals("<h1>Not Found</h1>", window.sees(() -> ((TextArea) window.scene().lookup("#website-paste")).getText()));
        window.does(() -> window.walk().save(ShownReport.fresh(Samples.blocked(), List.of())));
        window.does(() -> ((RadioButton) window.scene().lookup("#save-text")).fire());
        speaks(Language.DUTCH);
        assertTrue(window.sees(() -> ((RadioButton) window.scene().lookup("#save-text")).isSelected()));
        window.does(() -> window.walk().contacts());
        window.does(() -> window.scene().getRoot().lookupAll(".check-box").stream().map(CheckBox.class::cast).findFirst().orElseThrow()
                .fire());
        speaks(Language.ITALIAN);
        assertFalse(window.sees(() -> window.scene().getRoot().lookupAll(".check-box").stream().map(CheckBox.class::cast).findFirst()
                .orElseThrow().isSelected()));
        window.does(() -> window.walk().stumbled(new IllegalStateException("a bug of ours")));
        speaks(Language.GERMAN);
        assertEquals("de:Mail Medic stumbled", hands().headline());
        window.does(() -> Gestures.press(window, "de:Back to where you were"));
        assertTrue(saysNothingIn("it"), words().toString());
    }

    @Test
    void theMenuIsReachedAndReadByKeyboard() {
        hands().tabTo("Language");
        hands().press(KeyCode.DOWN);
        MenuButton menu = window.sees(() -> (MenuButton) window.scene().getFocusOwner());
        assertEquals(List.of("As the system has it", "English", "Deutsch", "Français", "Español", "Italiano", "Português (Brasil)",
                "Nederlands"), window.sees(() -> menu.getItems().stream().map(item -> item.getText()).toList()));
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.ENTER);
        window.does(() -> { });
        assertEquals("de:What is happening with your mail?", hands().headline());
        assertEquals("de:Language", window.sees(() -> window.scene().getFocusOwner().getAccessibleText()), "the focus stays at the menu");
    }
}
