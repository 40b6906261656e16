package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.ui.page.website.FakeDesk;
import org.mailmedic.ui.page.website.WebsiteFeature;
import org.mailmedic.ui.page.website.WebsiteSamples;
import org.mailmedic.ui.part.JourneyBar;
import org.mailmedic.website.AskingProbe.Answer;
import org.testfx.api.FxRobot;

/// From the answer of a website to the look from its server, and back.
final class WebsiteWalkTest {
    private static final String LINK = "Look from my website’s server, too";
    private final FxRobot robot = new FxRobot();
    private final FakeDesk desk = new FakeDesk(InstantSource.system());
    @TempDir
    private Path folder;
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open(hub -> List.of(new WebsiteFeature(hub, desk)));
        window.dialogs.answer = Optional.of(folder.resolve("look.php"));
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Hands hands() {
        return new Hands(window, robot);
    }

    private void press(String id) {
        window.does(() -> ((Button) window.scene().lookup("#" + id)).fire());
    }

    private void press(Button button) {
        window.does(button::fire);
    }

    private Button says(String text) {
        return window.sees(() -> window.scene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.isVisible() && text.equals(button.getAccessibleText())).findFirst().orElseThrow());
    }

    private String text(String id) {
        return window.sees(() -> ((Label) window.scene().lookup("#" + id)).getText());
    }

    private void come() {
        Gestures.answer(window, WebsiteSamples.here());
        press(says(LINK));
    }

    @Test
    void anAnswerForAMailProgramOffersNothing() {
        Gestures.answer(window, Samples.with(WebsiteSamples.here(), Map.of("symptom", "mail-program")));
        assertFalse(hands().shows(LINK));
    }

    @Test
    void savedAskedAnsweredAndGone() {
        come();
        assertEquals(LINK, hands().headline());
        press("website-save-php");
        assertTrue(Files.exists(folder.resolve("look.php")));
        assertTrue(text("website-notice").contains("look.php"));
        window.does(() -> ((TextField) window.scene().lookup("#website-address")).setText("shop.example"));
        desk.answer = new Answer.Came(WebsiteSamples.printed().getBytes(StandardCharsets.UTF_8), true);
        press(says("Ask my website’s server"));
        assertEquals(2, window.sees(() -> window.scene().getRoot().lookupAll(".journey").stream()
                .filter(JourneyBar.class::isInstance).count()));
        assertTrue(text("parting").startsWith("Here the two part: "), text("parting"));
        assertEquals(List.of("This computer", "Your network", "Website’s server", "Website’s network"), window.sees(() -> window.scene()
                .getRoot().lookupAll(".station .name").stream().map(Label.class::cast).map(Label::getText)
                .filter(name -> Stream.of("omputer", "ebsite", "etwork").anyMatch(name::contains)).toList()));
        assertTrue(text("website-left").startsWith("Please delete the file"));
        assertTrue(window.sees(() -> farRight("Back to the three steps")), "what is not shown takes no room in the footer");
        desk.answer = new Answer.NotThere();
        window.does(() -> window.scene().lookup("#website-gone").requestFocus());
        press("website-gone");
        assertEquals("website-left", window.sees(() -> window.scene().getFocusOwner().getId()));
        assertTrue(text("website-left").startsWith("The file is gone"));
        assertTrue(window.sees(() -> !window.scene().lookup("#website-gone").isVisible()));
    }

    @Test
    void anArrowKeyPicksAsThePointerDoes() {
        come();
        window.does(() -> window.scene().lookup("#website-place-file_manager").requestFocus());
        hands().press(KeyCode.RIGHT);
        assertEquals("website-place-ftp", window.sees(() -> window.scene().getFocusOwner().getId()));
        assertTrue(hands().shows("Open your FTP program and connect to your website as usual."));
        assertFalse(hands().shows("Sign in to your hosting company’s control panel and open the file manager."));
    }

    private boolean farRight(String text) {
        var footer = window.scene().lookup(".footer");
        var button = says(text);
        return footer.getLayoutBounds().getMaxX() - button.getBoundsInParent().getMaxX() <= button.getBoundsInParent().getMinX() / 4;
    }

    @Test
    void thePictureSaysWhichWayWasLookedAt() {
        come();
        assertEquals("Your computer reaches mail.example.org. From your website’s server nobody has looked yet.",
                window.sees(() -> window.scene().lookup(".places").getAccessibleText()));
    }

    @Test
    void theWindowSaysThatTheWebsiteRanOutOfTime() {
        come();
        press("website-save-php");
        window.does(() -> ((TextField) window.scene().lookup("#website-address")).setText("shop.example"));
        desk.answer = new Answer.Came(WebsiteSamples.printed().replace("\"partial\":false", "\"partial\":true")
                .getBytes(StandardCharsets.UTF_8), true);
        press(says("Ask my website’s server"));
        assertTrue(text("website-partial").startsWith("The website’s server ran out of time"));
        assertTrue(text("website-left").contains("It is called look.php.") && text("website-left").contains(".lock"));
    }

    @Test
    void whatCannotBeReachedCanBePasted() {
        come();
        press("website-save-php");
        window.does(() -> ((TextField) window.scene().lookup("#website-address")).setText("shop.example"));
        assertFalse(window.sees(() -> window.scene().lookup("#website-paste").getParent().getParent().isVisible()));
        press(says("Ask my website’s server"));
        assertTrue(text("website-trouble").contains("404"));
        TestWindow.settle();
        assertEquals("website-trouble", window.sees(() -> window.scene().getFocusOwner().getId()), "it is brought into sight");
        assertTrue(window.sees(() -> window.scene().lookup("#website-paste").getParent().getParent().isVisible()));
    }

    @Test
    void whatWasTypedIsThereAfterComingBack() {
        come();
        window.does(() -> ((TextField) window.scene().lookup("#website-address")).setText("shop.example"));
        press(says("Back"));
        press(says(LINK));
        assertEquals("shop.example", window.sees(() -> ((TextField) window.scene().lookup("#website-address")).getText()));
    }
}
