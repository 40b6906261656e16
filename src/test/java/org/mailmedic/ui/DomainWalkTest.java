package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.ui.page.domain.DomainFeature;
import org.mailmedic.ui.page.domain.FakeDomainEngine;
import org.testfx.api.FxRobot;

/// From the first page to a domain's records, and what is to be entered.
final class DomainWalkTest {
    private final FxRobot robot = new FxRobot();
    private final FakeDomainEngine engine = new FakeDomainEngine();
    private TestWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = TestWindow.open(hub -> List.of(new DomainFeature(hub, engine)));
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Hands hands() {
        return new Hands(window, robot);
    }

    private void ask() {
        robot.clickOn("Check my domain’s mail records");
        robot.clickOn("#domain-name").write("anna@example.org");
        hands().press(KeyCode.ENTER);
    }

    private void finds(DomainLook look) {
        window.does(() -> engine.finds(look));
    }

    private boolean says(String part) {
        return window.sees(() -> window.scene().getRoot().lookupAll(".label").stream().filter(Label.class::isInstance)
                .anyMatch(label -> ((Label) label).getText().contains(part)));
    }

    @Test
    void aLookAndItsCards() {
        ask();
        assertEquals("example.org", engine.questions.getFirst().domain());
        assertEquals("Looking at example.org", hands().headline());
        finds(DomainSamples.ill());
        assertEquals("The mail records of example.org need attention.", hands().headline());
        assertTrue(window.sees(() -> window.scene().lookup(".headline").isFocused()), "the answer is read out");
        assertTrue(hands().shows("Who may send for you (SPF)"));
        assertTrue(hands().shows("Put this into your DNS"));
    }

    @Test
    void theValueIsCopied() {
        ask();
        finds(DomainSamples.ill());
        Node spf = window.sees(() -> window.scene().lookup("#domain-card-spf"));
        window.does(() -> spf.lookupAll(".button").stream().filter(button -> "Copy the value".equals(button.getAccessibleText()))
                .map(Button.class::cast).findFirst().orElseThrow().fire());
        String copied = window.sees(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("v=spf1") && copied.contains("ip4:192.0.2.7"), copied);
    }

    @Test
    void itCanBeStoppedAndAskedAgain() {
        ask();
        robot.clickOn("Stop");
        assertEquals("You stopped the look at example.org", hands().headline());
        assertEquals(1, engine.cancelled);
        robot.clickOn("#domain-sender").write("192.0.2.7");
        hands().press(KeyCode.ENTER);
        assertEquals(List.of("192.0.2.7"), engine.questions.getLast().sendsThrough());
    }

    @Test
    void answersThatCouldNotBeHadAreSaid() {
        ask();
        finds(DomainSamples.silent());
        assertTrue(says("Some answers could not be had"));
        assertFalse(hands().shows("Put this into your DNS"));
    }

    @Test
    void whatWasFoundIsStillThereAfterBack() {
        ask();
        finds(DomainSamples.healthy());
        robot.clickOn("Back");
        robot.clickOn("Check my domain’s mail records");
        window.whole();
        assertEquals("The mail records of example.org are in order.", hands().headline());
        window.does(() -> window.walk().startOver());
        robot.clickOn("Check my domain’s mail records");
        assertEquals("", window.sees(() -> ((TextField) window.scene().lookup("#domain-name")).getText()));
    }

    @Test
    void theNextLookIsComparedAndCanBeSaved() {
        reach("again");
        assertTrue(says("now it is “in order”"));
        window.does(() -> ((Button) window.scene().lookup("#domain-save")).fire());
        window.whole();
        assertEquals("Save report", hands().headline());
    }

    @Test
    void aLookIsKeptAmongTheEarlierOnes() {
        reach("again");
        window.does(() -> ((Button) window.scene().lookup("#domain-keep")).fire());
        window.whole();
        assertTrue(says("It is kept under Earlier check-ups."));
        window.does(() -> window.walk().earlier());
        window.whole();
        assertTrue(hands().shows("Messages, logs and domains"));
        assertTrue(hands().shows("The mail records of example.org are in order."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "busy", "stopped", "healthy", "ill", "silent", "unruly", "denied", "differing", "again"})
    void noTextIsCutOffInAnyState(String state) {
        reach(state);
        for (int perCent : List.of(100, 200)) {
            window.does(() -> {
                window.stage().setWidth(NothingCutOff.WIDTH);
                window.stage().setHeight(NothingCutOff.HEIGHT);
                window.appearance().sizeProperty().set(perCent);
            });
            TestWindow.settle();
            var troubles = new ArrayList<String>();
            window.does(() -> NothingCutOff.look(window.scene().getRoot(), troubles));
            assertEquals(List.of(), troubles, perCent + " %");
        }
    }

    private void reach(String state) {
        if (state.equals("empty")) {
            robot.clickOn("Check my domain’s mail records");
            return;
        }
        ask();
        switch (state) {
            case "stopped" -> robot.clickOn("Stop");
            case "healthy" -> finds(DomainSamples.healthy());
            case "ill" -> finds(DomainSamples.ill());
            case "silent" -> finds(DomainSamples.silent());
            case "unruly" -> finds(DomainSamples.unruly());
            case "denied" -> finds(DomainSamples.denied());
            case "differing" -> finds(DomainSamples.differing());
            case "again" -> {
                finds(DomainSamples.ill());
                robot.clickOn("#domain-name");
                hands().press(KeyCode.ENTER);
                finds(DomainSamples.healthy());
            }
            default -> assertEquals("Looking at example.org", hands().headline());
        }
    }
}
