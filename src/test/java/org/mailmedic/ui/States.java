package org.mailmedic.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.mailmedic.checkup.RealReports;
import org.mailmedic.history.Intervention;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.monitor.Watching;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonReport;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.website.WebsiteSamples;

/// Every page in every state, and how to get there from the first page.
final class States {
    /// What needs a conversation that got as far as encryption.
    private static final Set<String> SHOWN_BY_PRACTICE = Set.of("certificate", "conversation");

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

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

    static Map<String, Consumer<TestWindow>> all() {
        Map<String, Consumer<TestWindow>> states = new LinkedHashMap<>();
        states.put("1-start", _ -> { });
        states.put("2-account-empty", w -> w.does(() -> w.walk().account(Symptom.MAIL_PROGRAM)));
        states.put("2-account-slips", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            Gestures.fill(w, "shop @gmx.net", "https://mail.gmx.net:587/", "99999", "someone@");
            w.does(() -> Gestures.press(w, Gestures.says(w, "account.start")));
        });
        states.put("2-account-filled", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            Gestures.fill(w, "shop@gmx.net", "mail.gmx.net", "465", "me@example.com");
        });
        states.put("2-account-found", w -> Gestures.address(w, "shop@gmx.net"));
        states.put("2-account-looking", w -> Gestures.address(w, "anna@shop.example"));
        states.put("2-account-confirm", w -> {
            Gestures.address(w, "anna@shop.example");
            w.does(() -> w.finder.finds(FakeFinder.foreign("mail.hoster.example")));
        });
        states.put("2-account-none", w -> {
            Gestures.address(w, "anna@shop.example");
            w.does(() -> w.finder.finds());
        });
        states.put("2-account-pasted", w -> {
            w.does(() -> w.walk().account(Symptom.WEBSITE));
            w.does(() -> Gestures.press(w, Gestures.says(w, "account.paste.open")));
            w.does(() -> ((TextArea) w.scene().lookup("#account-paste")).setText("""
                    MAIL_HOST=smtp.gmial.com
                    MAIL_PORT=${MAIL_PORT:-587}
                    MAIL_USERNAME=shop@gmail.com
                    MAIL_PASSWORD=abcdefghijklmnop
                    MAIL_ENCRYPTION=tls
                    """));
            w.does(() -> Gestures.press(w, Gestures.says(w, "account.paste.read")));
        });
        states.put("2-practice", w -> w.does(() -> w.walk().practice()));
        states.put("3-checkup-begun", w -> Gestures.check(w));
        states.put("3-checkup", w -> {
            Gestures.check(w);
            w.does(w.engine::asFarAsTheDoor);
        });
        states.put("3-checkup-stopped", w -> {
            Gestures.check(w);
            w.does(w.engine::asFarAsTheDoor);
            w.does(() -> Gestures.press(w, Gestures.says(w, "checkup.stop")));
        });
        states.put("4-answer", w -> Gestures.answer(w, RealReports.blocked()));
        for (String tab : List.of("timeline", "ports", "certificate", "conversation", "lookup", "evidence")) {
            states.put("4-details-" + tab, w -> Gestures.details(w, SHOWN_BY_PRACTICE.contains(tab) ? PracticeReports.of("cert-expired")
                    : RealReports.blocked(), tab));
            states.put("4-details-unruly-" + tab, w -> Gestures.details(w, Samples.unruly(), tab));
        }
        states.put("4-details-no-certificate", w -> Gestures.details(w, RealReports.blocked(), "certificate"));
        states.put("4-details-no-conversation", w -> Gestures.details(w, RealReports.blocked(), "conversation"));
        states.put("4-answer-two-causes", w -> {
            Gestures.answer(w, Samples.twoCauses());
            w.does(() -> Gestures.press(w, w.texts().get("answer.also_possible", 1) + ", " + w.texts().get("window.folded")));
        });
        states.put("4-answer-healthy", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.healthy()));
        });
        states.put("4-answer-warned", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.warned()));
        });
        states.put("4-answer-partly", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.partly()));
        });
        states.put("4-answer-refused", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.refused()));
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.again")));
        });
        states.put("4-answer-sent", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.sent()));
        });
        states.put("4-answer-website", w -> {
            Gestures.check(w);
            w.does(() -> w.engine.passAll(Samples.with(Samples.healthy(), Map.of("symptom", "website"))));
        });
        states.put("4-website-empty", Gestures::website);
        states.put("4-website-saved", w -> {
            Gestures.website(w);
            w.dialogs.answer = Optional.of(w.history().resolveSibling("mail-medic-0f3a9c21d7.php"));
            w.does(() -> ((Button) w.scene().lookup("#website-save-php")).fire());
        });
        states.put("4-website-not-reached", w -> {
            Gestures.website(w);
            w.does(() -> ((TextField) w.scene().lookup("#website-address")).setText("http://www.shop.example/"));
            Gestures.printed(w, "<h1>Not Found</h1>");
        });
        states.put("4-website-answered", w -> {
            Gestures.website(w);
            Gestures.printed(w, WebsiteSamples.printed());
        });
        states.put("4-answer-inconclusive", w -> Gestures.answer(w, Samples.inconclusive()));
        states.put("4-answer-unruly", w -> Gestures.answer(w, Samples.unruly()));
        states.put("3-checkup-broke", w -> {
            Gestures.check(w);
            w.does(w.engine::asFarAsTheDoor);
            w.does(w.engine::breakDown);
            w.does(() -> Gestures.press(w, Gestures.says(w, "window.stumble.back")));
        });
        states.put("6-stumbled", w -> {
            Gestures.check(w);
            w.does(() -> w.walk().stumbled(new IllegalStateException("a bug of ours")));
            w.does(() -> Gestures.press(w, w.texts().get("window.stumble.read") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-explain-empty", w -> Gestures.explain(w, ""));
        states.put("7-explain", w -> Gestures.explain(w, MESSAGE));
        states.put("7-explain-blocklist", w -> Gestures.explain(w, """
                This is the mail system at host mail.shop.example.
                <anna@example.org>: host mx.example.org[192.0.2.7] said: 554 5.7.1 Service unavailable;
                    Client host [198.51.100.4] blocked using zen.spamhaus.org (in reply to RCPT TO command)
                """));
        states.put("7-explain-unknown", w -> Gestures.explain(w, "The quick brown fox jumps over the lazy dog."));
        states.put("7-explain-log", w -> Gestures.explain(w, log()));
        states.put("7-explain-log-trouble", w -> Gestures.explain(w, trouble()));
        states.put("4-told-log", w -> Gestures.told(w, trouble()));
        states.put("4-told-text", w -> Gestures.told(w, MESSAGE));
        states.put("6-about", w -> w.does(() -> w.walk().about()));
        states.put("6-about-forget", w -> {
            Gestures.keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().about());
            w.does(() -> ((Button) w.scene().lookup("#about-forget")).fire());
        });
        states.put("6-about-forgotten", w -> {
            Gestures.keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().about());
            w.does(() -> ((Button) w.scene().lookup("#about-forget")).fire());
            w.does(() -> ((Button) w.scene().lookup("#about-forget-yes")).fire());
        });
        states.put("4-opened", w -> Gestures.open(w, JsonReport.write(w.tongue().said(Samples.blocked()))));
        states.put("4-opened-altered", w -> Gestures.open(w, JsonReport.write(w.tongue().said(Samples.blocked())).replace(" 587", " 588")));
        states.put("4-refused", w -> Gestures.open(w, "{\"format\": \"mailmedic-report\", \"version\": 1, \"id\": "));
        states.put("4-save", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.save")));
        });
        states.put("4-save-pdf", w -> {
            Gestures.answer(w, RealReports.blocked());
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.save")));
            w.does(() -> ((RadioButton) w.scene().lookup("#save-pdf")).fire());
        });
        states.put("4-watch", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> Gestures.press(w, w.texts().get("answer.watch.whole")));
            w.does(() -> w.watches.tell(new Watching.RoundBegan(1, NOON),
                    new Watching.RoundEnded(1, NOON, w.tongue().said(Samples.blocked())),
                    new Watching.NextRound(2, NOON.plusSeconds(25), Duration.ofSeconds(15))));
        });
        states.put("4-watch-changed", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> Gestures.press(w, w.texts().get("answer.watch.whole")));
            Report blocked = w.tongue().said(Samples.blocked());
            w.does(() -> w.watches.tell(new Watching.RoundEnded(1, NOON, blocked),
                    new Watching.RoundEnded(2, NOON.plusSeconds(25), Samples.healthy()),
                    new Watching.Changed(NOON.plusSeconds(25), blocked, Samples.healthy()),
                    new Watching.Stopped(Watching.Reason.HEALTHY, Optional.of(Samples.healthy()))));
        });
        states.put("5-compare-fixed", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> ((TextField) w.scene().lookup("#answer-note")).setText("changed the port to 465"));
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.again")));
            w.does(() -> w.engine.passAll(Samples.healthy()));
        });
        states.put("4-answer-change", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> Gestures.choose(w, Kind.FIREWALL_OFF));
        });
        states.put("5-compare-asked", w -> {
            Gestures.answer(w, Samples.blocked());
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.again")));
            w.does(() -> w.engine.passAll(Samples.healthy()));
            w.does(() -> Gestures.press(w, Gestures.says(w, "compare.ask")));
        });
        states.put("5-compare-helped", w -> Gestures.changed(w, Kind.ANTIVIRUS_OFF, "", () -> w.engine.passAll(Samples.healthy())));
        states.put("5-compare-no-difference", w -> Gestures.changed(w, Kind.ROUTER_RESTARTED,
                "the one upstairs, and the box of the provider",
                () -> w.engine.end(Samples.blocked())));
        states.put("6-reminders", w -> {
            Gestures.remembered(w, new Intervention(Kind.ANTIVIRUS_OFF, ""), new Intervention(Kind.OTHER,
                    "paused the shield of the office’s security program"));
            w.does(() -> w.walk().remind());
        });
        states.put("5-compare-other", w -> {
            Gestures.answer(w, Samples.twoCauses());
            w.does(() -> Gestures.press(w, Gestures.says(w, "answer.again")));
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
            Gestures.keep(w, EarlierSamples.of("mail.gmx.net", 587, 7));
            Gestures.keep(w, EarlierSamples.of("smtp.office365.com", 587, 1));
            w.does(() -> w.walk().earlier());
        });
        states.put("7-earlier-charts", w -> {
            Gestures.keep(w, EarlierSamples.of("mail.gmx.net", 587, 25));
            w.does(() -> w.walk().earlier());
            w.does(() -> Gestures.press(w, w.texts().get("earlier.charts") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-earlier-delete-all", w -> {
            Gestures.keep(w, EarlierSamples.of("mail.gmx.net", 587, 7));
            w.does(() -> w.walk().earlier());
            w.does(() -> Gestures.press(w, Gestures.says(w, "earlier.delete_all")));
        });
        states.put("7-earlier-unruly", w -> {
            Gestures.keep(w, List.of(Samples.inconclusive(), Samples.unruly(), Samples.unruly()));
            w.does(() -> w.walk().earlier());
            w.does(() -> Gestures.press(w, w.texts().get("earlier.charts") + ", " + w.texts().get("window.folded")));
        });
        states.put("7-earlier-trouble", w -> {
            Gestures.blockFolder(w);
            w.does(() -> w.walk().earlier());
        });
        states.put("7-earlier-not-kept", w -> {
            Gestures.blockFolder(w);
            Gestures.answer(w, Samples.blocked());
        });
        states.put("7-earlier-opened", w -> {
            Gestures.keep(w, List.of(Samples.blocked()));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .link").stream().map(Button.class::cast).findFirst()
                    .orElseThrow().fire());
        });
        states.put("7-earlier-compared", w -> {
            Gestures.keep(w, List.of(Samples.blocked(), Samples.healthy()));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .check-box").forEach(box -> ((CheckBox) box).fire()));
            w.does(() -> Gestures.press(w, Gestures.says(w, "earlier.compare")));
        });
        states.put("7-earlier-domains-compared", w -> {
            Gestures.keep(w, List.of(DomainReports.of(DomainSamples.ill(), Instant.parse("2026-11-27T12:00:00Z")),
                    DomainReports.of(DomainSamples.healthy(), Instant.parse("2026-11-28T12:00:00Z"))));
            w.does(() -> w.walk().earlier());
            w.does(() -> w.scene().getRoot().lookupAll(".earlier-row .check-box").forEach(box -> ((CheckBox) box).fire()));
            w.does(() -> Gestures.press(w, Gestures.says(w, "earlier.compare")));
        });
        states.put("6-contacts", w -> w.does(() -> w.walk().contacts()));
        return states;
    }

}
