package org.mailmedic.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mailmedic.history.History;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.history.InterventionNotes;
import org.mailmedic.history.Retention;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.website.WebsiteSamples;
import org.mailmedic.ui.part.Buttons;

/// What a person does in the window, from the first page on.
final class Gestures {
    private Gestures() {}

    static void check(TestWindow w) {
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        fill(w, "shop@gmx.net", "mail.gmx.net", "587", "");
        w.does(() -> press(w, says(w, "account.start")));
    }

    static void fill(TestWindow w, String user, String host, String port, String recipient) {
        w.does(() -> {
            text(w, "#account-address", user);
            press(w, says(w, "account.other"));
            text(w, "#account-host", host);
            text(w, "#account-port", port);
            ((ComboBox<?>) w.scene().lookup("#account-security")).getSelectionModel().selectFirst();
            text(w, "#account-recipient", recipient);
        });
    }

    static void address(TestWindow w, String address) {
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        w.does(() -> {
            text(w, "#account-address", address);
            w.scene().lookup("#account-address").requestFocus();
        });
        w.does(() -> {
            w.scene().lookup("#account-password").requestFocus();
        });
    }

    static void answer(TestWindow w, Report report) {
        check(w);
        w.does(w.engine::asFarAsTheDoor);
        w.does(w.engine::silentDoor);
        w.does(() -> w.engine.end(report));
    }

    static void details(TestWindow w, Report report, String tab) {
        check(w);
        w.does(w.engine::asFarAsTheDoor);
        if (report.stages().stream().anyMatch(stage -> stage.stage().equals("connect") && stage.status().equals("failed"))) {
            w.does(w.engine::silentDoor);
        }
        w.does(() -> w.engine.end(report));
        w.does(() -> press(w, says(w, "answer.details")));
        w.does(() -> w.scene().getRoot().lookupAll(".tab-button").stream().map(ToggleButton.class::cast)
                .filter(button -> w.texts().get("details." + tab).equals(button.getText())).findFirst().orElseThrow().fire());
    }

    static void pressDetails(TestWindow w) {
        press(w, says(w, "answer.details"));
    }

    static void website(TestWindow w) {
        answer(w, WebsiteSamples.here());
        w.does(() -> press(w, says(w, "website.link")));
    }

    static void printed(TestWindow w, String text) {
        w.does(() -> ((RadioButton) w.scene().lookup("#website-place-shell")).fire());
        w.does(() -> ((TextArea) w.scene().lookup("#website-paste")).setText(text));
        w.does(() -> ((Button) w.scene().lookup("#website-read")).fire());
    }

    static void explain(TestWindow w, String text) {
        w.does(() -> w.walk().cards().stream().filter(offer -> offer.id().equals("explain")).findFirst().orElseThrow().open().run());
        w.does(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            ((TextArea) w.scene().lookup("#explain-text")).paste();
        });
    }

    /// Explained, kept, and opened again from there.
    static void told(TestWindow w, String text) {
        explain(w, text);
        w.does(() -> press(w, says(w, "explain.keep")));
        w.does(() -> w.walk().earlier());
        w.does(() -> ((Button) w.scene().lookup(".earlier-row .link")).fire());
    }

    static void choose(TestWindow w, Kind kind) {
        @SuppressWarnings("unchecked")
        var list = (ComboBox<Optional<Kind>>) w.scene().lookup("#answer-change");
        list.setValue(Optional.of(kind));
    }

    /// From a blocked door by a change to the next check-up.
    static void changed(TestWindow w, Kind kind, String note, Runnable ends) {
        answer(w, Samples.blocked());
        w.does(() -> {
            choose(w, kind);
            text(w, "#answer-note", note);
        });
        w.does(() -> press(w, says(w, "answer.again")));
        w.does(ends);
    }

    /// What was switched off when the program ran last.
    static void remembered(TestWindow w, Intervention... changes) {
        var notes = InterventionNotes.in(w.history(), InstantSource.fixed(States.NOON));
        for (Intervention change : changes) {
            notes.note(change, "", "", true);
        }
    }

    static void keep(TestWindow w, List<Report> reports) {
        History history = History.open(w.history(), Retention.everything(), InstantSource.fixed(States.NOON));
        reports.stream().map(w.tongue()::said).forEach(history::save);
    }

    /// A file stands where the folder should be.
    static void blockFolder(TestWindow w) {
        try {
            Files.writeString(w.history(), "in the way");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    static void open(TestWindow w, String document) {
        try {
            Path file = Files.createTempFile(w.tongue() == Tongue.ENGLISH ? "sample"
                    : "the-report-that-our-neighbours-sent-us-on-a-monday-in-November", ".mailmedic.json");
            file.toFile().deleteOnExit();
            Files.writeString(file, document);
            w.does(() -> w.walk().openReport(file));
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static void text(TestWindow w, String id, String value) {
        ((TextField) w.scene().lookup(id)).setText(value);
    }

    /// A button's words, without the mark of its mnemonic.
    static String says(TestWindow w, String key) {
        return Buttons.spoken(w.texts().get(key));
    }

    static void press(TestWindow w, String spoken) {
        for (Node node : w.scene().getRoot().lookupAll(".button")) {
            if (node instanceof Button button && spoken.equals(button.getAccessibleText())) {
                button.fire();
                return;
            }
        }
        throw new AssertionError("no button says " + spoken);
    }
}
