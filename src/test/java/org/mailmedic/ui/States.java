package org.mailmedic.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.history.History;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.history.InterventionNotes;
import org.mailmedic.history.Retention;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.website.WebsiteSamples;
import org.mailmedic.ui.part.Buttons;

/// Every page in every state, and how to get there from the first page.
final class States {
    /// What needs a conversation that got as far as encryption.
    private static final Set<String> SHOWN_BY_PRACTICE = Set.of("certificate", "conversation");

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /// A message of a website, with a password in it.
    static final String MESSAGE = """
            2026-11-20 09:12:44 PHPMailer: SMTP Error: Could not authenticate.
            Connection: opening to smtp.example.com:587, timeout=300
            SERVER -> CLIENT: 535 5.7.8 Username and Password not accepted
            password=hunter2222
            """;

    private States() {}

    /// Of a Postfix that reaches every second recipient.
    static String log() {
        var lines = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            lines.append("""
                    Nov 20 09:0%1$d:00 mx postfix/qmgr[11]: 4A1B2C3D0%1$d: from=<shop@example.com>, size=900, nrcpt=1 (queue active)
                    Nov 20 09:0%1$d:01 mx postfix/smtp[12]: 4A1B2C3D0%1$d: to=<p%1$d@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=1.2, delays=0.1/0/0.5/0.6, %2$s
                    Nov 20 09:0%1$d:02 mx postfix/qmgr[11]: 4A1B2C3D0%1$d: removed
                    """.formatted(i, i % 2 == 0 ? "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 77)"
                    : "dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO "
                    + "command))"));
        }
        return lines.toString();
    }

    /// Of a Postfix from which one provider takes nothing any more from six o'clock on.
    static String trouble() {
        var lines = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            int hour = i / 8;
            lines.append(("Nov 20 %02d:%02d:01 mx postfix/smtp[12]: 4A1B2C3D%02d: to=<p%d@hotmail.com>, relay=%s, delay=1.2, "
                    + "delays=0.1/0/0.5/0.6, %s\n").formatted(hour, i % 8, i, i, hour < 6
                    ? "hotmail-com.olc.protection.outlook.com[52.101.68.12]:25" : "none", hour < 6
                    ? i % 7 == 3 ? "dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 User unknown (in reply to RCPT TO command))"
                    : "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 77)" : "dsn=4.4.1, status=deferred (connect to "
                    + "hotmail-com.olc.protection.outlook.com[52.101.68.12]:25: Connection timed out)"));
        }
        return lines.toString();
    }

    /// Explained, kept, and opened again from there.
    private static void told(TestWindow w, String text) {
        explain(w, text);
        w.does(() -> press(w, says(w, "explain.keep")));
        w.does(() -> w.walk().earlier());
        w.does(() -> ((Button) w.scene().lookup(".earlier-row .link")).fire());
    }

    /// A result of forty servers, with one report beside it, and a line that was cut off.
    private static Path batch(TestWindow w) {
        var lines = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            String found = switch (i % 5) {
                case 0 -> "\"problem\", \"code\": \"tcp.refused\", \"party\": \"hosting\", \"title\": \"The server refuses port 587\"";
                case 1 -> "\"problem\", \"code\": \"cert.expired\", \"party\": \"mail_provider\", "
                        + "\"title\": \"The certificate of mail.shop%d.example has run out\"".formatted(i);
                case 2 -> "\"inconclusive\", \"code\": null, \"party\": null, \"title\": null";
                default -> "\"healthy\", \"code\": null, \"party\": null, \"title\": null";
            };
            lines.append("""
                    {"format": "mailmedic-batch", "version": 1, "id": "shop-%1$d", "host": "mail.shop%1$d.example", "port": 587, \
                    "outcome": %2$s, "error": null}
                    """.formatted(i, found));
        }
        try {
            Path folder = Files.createDirectories(w.history().resolveSibling("fleet"));
            Files.writeString(Files.createDirectories(folder.resolve("reports")).resolve("shop-5.mailmedic.json"), "{}");
            return Files.writeString(folder.resolve("result.jsonl"), lines + "{\"format\": \"mailmedic-ba");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void explain(TestWindow w, String text) {
        w.does(() -> w.walk().cards().stream().filter(offer -> offer.id().equals("explain")).findFirst().orElseThrow().open().run());
        w.does(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            ((TextArea) w.scene().lookup("#explain-text")).paste();
        });
    }

    static Map<String, Consumer<TestWindow>> all() {
        Map<String, Consumer<TestWindow>> states = new LinkedHashMap<>();
        states.put("1-start", _ -> { });
        states.put("2-account-empty", w -> w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM)));
        states.put("2-account-slips", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            fill(w, "shop @gmx.net", "https://mail.gmx.net:587/", "99999", "someone@");
            w.does(() -> press(w, says(w, "account.start")));
        });
        states.put("2-account-filled", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            fill(w, "shop@gmx.net", "mail.gmx.net", "465", "me@example.com");
        });
        states.put("2-account-found", w -> address(w, "shop@gmx.net"));
        states.put("2-account-looking", w -> address(w, "anna@shop.example"));
        states.put("2-account-confirm", w -> {
            address(w, "anna@shop.example");
            w.does(() -> w.finder.finds(FakeFinder.foreign("mail.hoster.example")));
        });
        states.put("2-account-none", w -> {
            address(w, "anna@shop.example");
            w.does(() -> w.finder.finds());
        });
        states.put("2-account-pasted", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            w.does(() -> press(w, says(w, "account.paste.open")));
            w.does(() -> ((TextArea) w.scene().lookup("#account-paste")).setText("""
                    MAIL_HOST=smtp.gmial.com
                    MAIL_PORT=${MAIL_PORT:-587}
                    MAIL_USERNAME=shop@gmail.com
                    MAIL_PASSWORD=abcdefghijklmnop
                    MAIL_ENCRYPTION=tls
                    """));
            w.does(() -> press(w, says(w, "account.paste.read")));
        });
        states.put("2-practice", w -> w.does(() -> w.walk().practice()));
        states.put("3-checkup-begun", w -> check(w));
        states.put("3-checkup", w -> {
            check(w);
            w.does(w.engine::asFarAsTheDoor);
        });
        states.put("3-checkup-stopped", w -> {
            check(w);
            w.does(w.engine::asFarAsTheDoor);
            w.does(() -> press(w, says(w, "checkup.stop")));
        });
        states.put("4-answer", w -> answer(w, RealReports.blocked()));
        for (String tab : List.of("timeline", "ports", "certificate", "conversation", "lookup", "evidence")) {
            states.put("4-details-" + tab, w -> details(w, SHOWN_BY_PRACTICE.contains(tab) ? PracticeReports.of("cert-expired")
                    : RealReports.blocked(), tab));
            states.put("4-details-unruly-" + tab, w -> details(w, Samples.unruly(), tab));
        }
        states.put("4-details-no-certificate", w -> details(w, RealReports.blocked(), "certificate"));
        states.put("4-details-no-conversation", w -> details(w, RealReports.blocked(), "conversation"));
        states.put("4-answer-two-causes", w -> {
            answer(w, Samples.twoCauses());
            w.does(() -> press(w, w.texts().get("answer.also_possible", 1) + ", " + w.texts().get("window.folded")));
        });
        states.put("4-answer-healthy", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.healthy()));
        });
        states.put("4-answer-warned", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.warned()));
        });
        states.put("4-answer-partly", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.partly()));
        });
        states.put("4-answer-refused", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.refused()));
            w.does(() -> press(w, says(w, "answer.again")));
        });
        states.put("4-answer-sent", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.sent()));
        });
        states.put("4-answer-website", w -> {
            check(w);
            w.does(() -> w.engine.passAll(Samples.with(Samples.healthy(), Map.of("symptom", "website"))));
        });
        states.put("4-website-empty", States::website);
        states.put("4-website-saved", w -> {
            website(w);
            w.dialogs.answer = Optional.of(w.history().resolveSibling("mail-medic-0f3a9c21d7.php"));
            w.does(() -> ((Button) w.scene().lookup("#website-save-php")).fire());
        });
        states.put("4-website-not-reached", w -> {
            website(w);
            w.does(() -> ((TextField) w.scene().lookup("#website-address")).setText("http://www.shop.example/"));
            printed(w, "<h1>Not Found</h1>");
        });
        states.put("4-website-answered", w -> {
            website(w);
            printed(w, WebsiteSamples.printed());
        });
        states.put("4-answer-inconclusive", w -> answer(w, Samples.inconclusive()));
        states.put("4-answer-unruly", w -> answer(w, Samples.unruly()));
        states.put("3-checkup-broke", w -> {
            check(w);
            w.does(w.engine::asFarAsTheDoor);
            w.does(w.engine::breakDown);
            w.does(() -> press(w, says(w, "window.stumble.back")));
        });
        states.put("6-stumbled", w -> {
            check(w);
            w.does(() -> w.walk().stumbled(new IllegalStateException("a bug of ours")));
            w.does(() -> press(w, w.texts().get("window.stumble.read") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-explain-empty", w -> explain(w, ""));
        states.put("7-explain", w -> explain(w, MESSAGE));
        states.put("7-explain-blocklist", w -> explain(w, """
                This is the mail system at host mail.shop.example.
                <anna@example.org>: host mx.example.org[192.0.2.7] said: 554 5.7.1 Service unavailable;
                    Client host [198.51.100.4] blocked using zen.spamhaus.org (in reply to RCPT TO command)
                """));
        states.put("7-explain-unknown", w -> explain(w, "The quick brown fox jumps over the lazy dog."));
        states.put("7-explain-log", w -> explain(w, log()));
        states.put("7-explain-log-trouble", w -> explain(w, trouble()));
        states.put("4-told-log", w -> told(w, trouble()));
        states.put("4-told-text", w -> told(w, MESSAGE));
        states.put("6-about", w -> w.does(() -> w.walk().about()));
        states.put("6-about-forget", w -> {
            keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().about());
            w.does(() -> ((Button) w.scene().lookup("#about-forget")).fire());
        });
        states.put("6-about-forgotten", w -> {
            keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().about());
            w.does(() -> ((Button) w.scene().lookup("#about-forget")).fire());
            w.does(() -> ((Button) w.scene().lookup("#about-forget-yes")).fire());
        });
        states.put("4-opened", w -> open(w, JsonReport.write(w.tongue().said(Samples.blocked()))));
        states.put("4-opened-altered", w -> open(w, JsonReport.write(w.tongue().said(Samples.blocked())).replace(" 587", " 588")));
        states.put("4-refused", w -> open(w, "{\"format\": \"mailmedic-report\", \"version\": 1, \"id\": "));
        states.put("4-save", w -> {
            answer(w, Samples.blocked());
            w.does(() -> press(w, says(w, "answer.save")));
        });
        states.put("4-save-pdf", w -> {
            answer(w, RealReports.blocked());
            w.does(() -> press(w, says(w, "answer.save")));
            w.does(() -> ((RadioButton) w.scene().lookup("#save-pdf")).fire());
        });
        states.put("4-watch", w -> {
            answer(w, Samples.blocked());
            w.does(() -> press(w, w.texts().get("answer.watch.whole")));
            w.does(() -> w.watches.tell(new Watching.RoundBegan(1, NOON),
                    new Watching.RoundEnded(1, NOON, w.tongue().said(Samples.blocked())),
                    new Watching.NextRound(2, NOON.plusSeconds(25), Duration.ofSeconds(15))));
        });
        states.put("4-watch-changed", w -> {
            answer(w, Samples.blocked());
            w.does(() -> press(w, w.texts().get("answer.watch.whole")));
            Report blocked = w.tongue().said(Samples.blocked());
            w.does(() -> w.watches.tell(new Watching.RoundEnded(1, NOON, blocked),
                    new Watching.RoundEnded(2, NOON.plusSeconds(25), Samples.healthy()),
                    new Watching.Changed(NOON.plusSeconds(25), blocked, Samples.healthy()),
                    new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(Samples.healthy()))));
        });
        states.put("5-compare-fixed", w -> {
            answer(w, Samples.blocked());
            w.does(() -> ((TextField) w.scene().lookup("#answer-note")).setText("changed the port to 465"));
            w.does(() -> press(w, says(w, "answer.again")));
            w.does(() -> w.engine.passAll(Samples.healthy()));
        });
        states.put("4-answer-change", w -> {
            answer(w, Samples.blocked());
            w.does(() -> choose(w, Kind.FIREWALL_OFF));
        });
        states.put("5-compare-asked", w -> {
            answer(w, Samples.blocked());
            w.does(() -> press(w, says(w, "answer.again")));
            w.does(() -> w.engine.passAll(Samples.healthy()));
            w.does(() -> press(w, says(w, "compare.ask")));
        });
        states.put("5-compare-helped", w -> changed(w, Kind.ANTIVIRUS_OFF, "", () -> w.engine.passAll(Samples.healthy())));
        states.put("5-compare-no-difference", w -> changed(w, Kind.ROUTER_RESTARTED, "the one upstairs, and the box of the provider",
                () -> w.engine.end(Samples.blocked())));
        states.put("6-reminders", w -> {
            remembered(w, new Intervention(Kind.ANTIVIRUS_OFF, ""), new Intervention(Kind.OTHER,
                    "paused the shield of the office’s security program"));
            w.does(() -> w.walk().remind());
        });
        states.put("5-compare-other", w -> {
            answer(w, Samples.twoCauses());
            w.does(() -> press(w, says(w, "answer.again")));
            w.does(w.engine::asFarAsTheDoor);
            w.does(w.engine::silentDoor);
            w.does(() -> w.engine.end(Samples.inconclusive()));
        });
        states.put("7-batch", w -> w.does(() -> w.walk().openReport(batch(w))));
        states.put("7-earlier-empty", w -> w.does(() -> w.walk().earlier()));
        states.put("7-earlier-off", w -> {
            w.does(() -> w.walk().earlier());
            w.does(() -> ((CheckBox) w.scene().lookup("#earlier-keep")).fire());
        });
        states.put("7-earlier-reading", w -> {
            w.slowDisk = true;
            w.does(() -> w.walk().earlier());
        });
        states.put("7-earlier", w -> {
            keep(w, EarlierSamples.of("mail.gmx.net", 587, 7));
            keep(w, EarlierSamples.of("smtp.office365.com", 587, 1));
            w.does(() -> w.walk().earlier());
        });
        states.put("7-earlier-charts", w -> {
            keep(w, EarlierSamples.of("mail.gmx.net", 587, 25));
            w.does(() -> w.walk().earlier());
            w.does(() -> press(w, w.texts().get("earlier.charts") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-earlier-delete-all", w -> {
            keep(w, EarlierSamples.of("mail.gmx.net", 587, 7));
            w.does(() -> w.walk().earlier());
            w.does(() -> press(w, says(w, "earlier.delete_all")));
        });
        states.put("7-earlier-unruly", w -> {
            keep(w, List.of(Samples.inconclusive(), Samples.unruly(), Samples.unruly()));
            w.does(() -> w.walk().earlier());
            w.does(() -> press(w, w.texts().get("earlier.charts") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-earlier-trouble", w -> {
            blockFolder(w);
            w.does(() -> w.walk().earlier());
        });
        states.put("7-earlier-not-kept", w -> {
            blockFolder(w);
            answer(w, Samples.blocked());
        });
        states.put("7-earlier-opened", w -> {
            keep(w, List.of(Samples.blocked()));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .link").stream().map(Button.class::cast).findFirst()
                    .orElseThrow().fire());
        });
        states.put("7-earlier-compared", w -> {
            keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .check-box").forEach(box -> ((CheckBox) box).fire()));
            w.does(() -> press(w, says(w, "earlier.compare")));
        });
        states.put("7-earlier-domains-compared", w -> {
            keep(w, List.of(DomainReports.of(DomainSamples.ill(), Instant.parse("2026-11-27T12:00:00Z")),
                    DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-28T12:00:00Z"))));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .check-box").forEach(box -> ((CheckBox) box).fire()));
            w.does(() -> press(w, says(w, "earlier.compare")));
        });
        states.put("6-contacts", w -> w.does(() -> w.walk().contacts()));
        return states;
    }

    static void choose(TestWindow w, Kind kind) {
        @SuppressWarnings("unchecked")
        var list = (ComboBox<Optional<Kind>>) w.scene().lookup("#answer-change");
        list.setValue(Optional.of(kind));
    }

    /// From a blocked door by a change to the next check-up.
    private static void changed(TestWindow w, Kind kind, String note, Runnable ends) {
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
        var notes = InterventionNotes.in(w.history(), InstantSource.fixed(NOON));
        for (Intervention change : changes) {
            notes.note(change, "", "", true);
        }
    }

    static void keep(TestWindow w, List<Report> reports) {
        History history = History.open(w.history(), Retention.everything(), InstantSource.fixed(NOON));
        reports.stream().map(w.tongue()::said).forEach(history::save);
    }

    /// A file stands where the folder should be.
    private static void blockFolder(TestWindow w) {
        try {
            Files.writeString(w.history(), "in the way");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static void open(TestWindow w, String document) {
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

    private static void address(TestWindow w, String address) {
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        w.does(() -> {
            text(w, "#account-address", address);
            w.scene().lookup("#account-address").requestFocus();
        });
        w.does(() -> {
            w.scene().lookup("#account-password").requestFocus();
        });
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

    private static void text(TestWindow w, String id, String value) {
        ((TextField) w.scene().lookup(id)).setText(value);
    }

    static void check(TestWindow w) {
        w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM));
        fill(w, "shop@gmx.net", "mail.gmx.net", "587", "");
        w.does(() -> press(w, says(w, "account.start")));
    }

    static void answer(TestWindow w, Report report) {
        check(w);
        w.does(w.engine::asFarAsTheDoor);
        w.does(w.engine::silentDoor);
        w.does(() -> w.engine.end(report));
    }

    private static void website(TestWindow w) {
        answer(w, WebsiteSamples.here());
        w.does(() -> press(w, says(w, "website.link")));
    }

    private static void printed(TestWindow w, String text) {
        w.does(() -> ((RadioButton) w.scene().lookup("#website-place-shell")).fire());
        w.does(() -> ((TextArea) w.scene().lookup("#website-paste")).setText(text));
        w.does(() -> ((Button) w.scene().lookup("#website-read")).fire());
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

    /// A button's words, without the mark of its mnemonic.
    private static String says(TestWindow w, String key) {
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
