package org.mailmedic.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.report.json.JsonReport;

/// The result of a batch is opened from *Earlier check-ups*, sorted and searched, and leads to a report and back.
final class BatchWalkTest extends WalkThrough {
    private static final int MANY = 10_000;
    @TempDir
    private Path folder;

    private static String line(String id, String host, String found) {
        return "{\"format\": \"mailmedic-batch\", \"version\": 1, \"id\": \"%s\", \"host\": \"%s\", \"port\": 587, \"outcome\": %s}\n"
                .formatted(id, host, found);
    }

    private static String problem(String code, String party, String title) {
        return "\"problem\", \"code\": \"%s\", \"party\": \"%s\", \"title\": \"%s\"".formatted(code, party, title);
    }

    private void opened(String lines) throws IOException {
        window.dialogs.answer = Optional.of(Files.writeString(folder.resolve("result.jsonl"), lines));
        window.does(() -> window.walk().earlier());
        robot.clickOn("#earlier-open-file");
        TestWindow.settle();
        assertEquals("Many check-ups at once", hands().headline());
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#batch-list");
    }

    private List<String> servers() {
        return window.sees(() -> list().getItems().stream().map(Object::toString).map(row -> row.replaceAll(".*server=([^,]+),.*", "$1"))
                .toList());
    }

    private static String few() {
        return line("1", "mail.a.example", "\"healthy\", \"code\": null")
                + line("2", "mail.d.example", problem("tcp.refused", "hosting", "The server refuses port 587"))
                + line("3", "mail.c.example", problem("auth.bad_credentials", "you", "The server does not accept the password"))
                + line("4", "mail.b.example", problem("auth.bad_credentials", "you", "The server does not accept the password"));
    }

    @Test
    void theCommonestCauseComesFirstAndOtherOrdersAreOneStepAway() throws IOException {
        opened(few());
        assertEquals(List.of("mail.b.example", "mail.c.example", "mail.d.example", "mail.a.example"), servers());
        robot.clickOn("#batch-order-server");
        assertEquals(List.of("mail.a.example", "mail.b.example", "mail.c.example", "mail.d.example"), servers());
    }

    @Test
    void whatIsLookedForIsFoundByServerCauseAndParty() throws IOException {
        opened(few());
        robot.clickOn("#batch-search").write("hosts refuses");
        assertEquals(List.of("mail.d.example"), servers());
        window.does(() -> ((TextField) window.scene().lookup("#batch-search")).setText("nothing of that kind"));
        assertEquals(List.of(), servers());
    }

    @Test
    void aReportThatLiesBesideOpensByKeyboardAndBackLeadsToTheListAsItWas() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("reports")).resolve("shop.mailmedic.json"),
                JsonReport.write(Samples.blocked()));
        opened(few() + line("shop", "mail.gmx.net", problem("port.blocked_by_network", "network", "Your network blocks it")));
        robot.clickOn("#batch-search").write("gmx");
        window.does(() -> {
            list().requestFocus();
            list().getSelectionModel().select(0);
        });
        robot.type(KeyCode.ENTER);
        TestWindow.settle();
        assertEquals("Your network blocks the mail door 587", hands().headline());
        robot.clickOn("Back");
        assertEquals("Many check-ups at once", hands().headline());
        assertEquals(List.of("mail.gmx.net"), servers());
    }

    /// However long the list, it makes no more rows than can be seen.
    @Test
    void tenThousandLinesStayFluid() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            lines.append(line("shop-" + i, "mail%d.example".formatted(i), "\"healthy\", \"code\": null"));
        }
        opened(lines.toString());
        assertEquals(MANY, window.sees(() -> list().getItems().size()));
        long rows = window.sees(() -> list().lookupAll(".list-cell").stream().filter(ListCell.class::isInstance).count());
        assertTrue(rows < 60, rows + " rows");
    }
}
