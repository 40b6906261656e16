package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.discover.paste.SettingsReader;
import org.mailmedic.discover.paste.Snippets;
import org.mailmedic.provider.ProviderBook;

/// One megabyte of pasted text, of several kinds, in this very process after a few rounds to warm up.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class SettingsReaderBench {
    private static final int MEGABYTE = 1_000_000;
    private static final int ROUNDS = 15;
    private static final double AIM_MS = 100;

    @Test
    void oneMegabyte() throws IOException {
        var reader = new SettingsReader(ProviderBook.load());
        var table = new Table("settings-reader", "Reading 1 MB of pasted text, medians of " + ROUNDS);
        table.line("%-34s %9s %9s %9s", "", "first ms", "median ms", "slowest");
        boolean met = true;
        for (var text : texts().entrySet()) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                reader.read(text.getValue());
                times.add((System.nanoTime() - start) / 1e6);
            }
            double median = Medians.of(times);
            met &= median <= AIM_MS;
            table.line("%-34s %9.1f %9.1f %9.1f", text.getKey(), times.getFirst(), median, times.stream().mapToDouble(Double::doubleValue)
                    .max().orElseThrow());
        }
        table.line("aim, at most %.0f ms: %s", AIM_MS, met ? "met" : "missed");
        table.print();
        assertTrue(met, "slower than " + AIM_MS + " ms");
    }

    private static Map<String, String> texts() {
        var random = new Random(1);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a log without settings",
                filled("2026-11-02 10:12:01 INFO  [worker-7] Order 4711 was paid and will be sent to the customer\n"));
        texts.put("a .env at the end of a log", filled("2026-11-02 10:12:01 INFO  GET /index.php HTTP/1.1 200 12 ms\n")
                + "MAIL_HOST=smtp.example.org\nMAIL_PORT=587\nMAIL_MAILER=smtp\n");
        texts.put("a Thunderbird profile", filled("user_pref(\"mail.server.server1.some_setting\", \"some value\");\n")
                + "user_pref(\"mail.smtpserver.smtp1.hostname\", \"smtp.example.org\");\n");
        texts.put("a database's settings", filled("DB_HOST=db.example.org\nDB_PORT=5432\nCACHE_TTL=3600\n"));
        texts.put("JSON on one line", "{" + filled("\"mail\": {\"name\": \"value\", \"number\": 12}, ") + "\"end\": 1}");
        texts.put("errors, line by line",
                filled("Error: could not connect to the mail database at db.example.org:5432, connection timed out\n"));
        texts.put("prose about mail",
                filled("Our outgoing mail does not work, the SMTP server says nothing and the port is unknown to me.\n"));
        var mixture = new StringBuilder();
        List<Snippets.Case> cases = Snippets.all();
        while (mixture.length() < MEGABYTE) {
            mixture.append(cases.get(random.nextInt(cases.size())).text());
        }
        texts.put("all formats, mixed", mixture.substring(0, MEGABYTE));
        return texts;
    }

    private static String filled(String line) {
        return line.repeat(MEGABYTE / line.length());
    }
}
