package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailmedic.advice.TextBook;
import org.mailmedic.discover.paste.Snippets;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.slip.Slip;
import tools.jackson.databind.JsonNode;

final class SettingsCommandTest {
    private static final String LARAVEL =
            "MAIL_MAILER=smtp\nMAIL_HOST=smtp.gmial.com\nMAIL_PORT=587\nMAIL_USERNAME=anna@gmail.com\nMAIL_PASSWORD=" + Snippets.PASSWORD
        + "\nMAIL_ENCRYPTION=tls\nMAIL_FROM_ADDRESS=shop@shop.example\n";

    @TempDir
    private Path folder;

    private static JsonNode json(Session session) {
        return SchemaCheck.valid("settings.schema.json", session.out());
    }

    @Test
    void fromStandardInput() {
        for (String[] arguments : List.of(new String[] {"settings", "-", "--format", "json"}, new String[] {"settings", "--format",
                "json"})) {
            Session session = Session.of(LARAVEL, arguments);
            assertEquals(0, session.code(), session.err());
            JsonNode all = json(session);
            assertEquals("laravel-env", all.path("recognised").asString());
            JsonNode settings = all.path("settings");
            assertEquals("smtp.gmial.com", settings.path("host").asString());
            assertEquals(587, settings.path("port").asInt());
            assertEquals("starttls", settings.path("security").asString());
            assertEquals("anna@gmail.com", settings.path("user").asString());
            assertEquals("shop@shop.example", settings.path("from").asString());
            assertTrue(settings.path("to").isNull());
            assertTrue(settings.path("password_present").asBoolean());
            JsonNode slip = all.path("slips").path(0);
            assertEquals(List.of("settings.host_typo", "host", "smtp.gmial.com", "smtp.gmail.com"),
                Stream.of("code", "field", "value", "suggestion").map(key -> slip.path(key).asString()).toList());
            assertEquals(1, all.path("slips").size());
        }
    }

    @Test
    void fromAFileInAnyEncoding() throws IOException {
        Path file = folder.resolve("mail.env");
        for (byte[] bytes : List.of(LARAVEL.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + LARAVEL).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + LARAVEL).getBytes(StandardCharsets.UTF_8),
                (LARAVEL + "# für alle\n").getBytes(StandardCharsets.ISO_8859_1))) {
            Files.write(file, bytes);
            Session session = Session.of("", "settings", file.toString(), "--format", "json");
            assertEquals("smtp.gmial.com", json(session).path("settings").path("host").asString());
        }
    }

    @Test
    void whatIsNotRecognised() {
        Session session = Session.of("Hello!", "settings", "-", "--format", "json");
        assertEquals(1, session.code());
        assertTrue(json(session).path("recognised").isNull());
        JsonNode settings = json(session).path("settings");
        for (String field : List.of("host", "port", "user", "from", "to")) {
            assertTrue(settings.has(field) && settings.get(field).isNull(), settings::toString);
        }
        assertEquals("auto", settings.path("security").asString());
        assertTrue(settings.has("password_present") && !settings.get("password_present").asBoolean(), settings::toString);
        assertEquals(1, Session.of("", "settings").code());
        assertTrue(Session.of("Hello!", "settings").out().startsWith("No mail settings were recognised"));
    }

    @Test
    void callsThatAreWrong() throws IOException {
        Path huge = folder.resolve("huge");
        Files.writeString(huge, "x".repeat(5_000_000));
        for (String file : List.of("/no/such/file", folder.toString(), huge.toString())) {
            Session session = Session.of("", "settings", file);
            assertEquals(2, session.code(), file);
            assertEquals("", session.out());
        }
        assertEquals(2, Session.of("", "settings", "-", "--format", "pdf").code());
    }

    @Test
    void asText() {
        Session session = Session.of(LARAVEL, "settings");
        assertEquals(0, session.code());
        assertTrue(session.out().contains("smtp.gmial.com") && session.out().contains("Probably meant: smtp.gmail.com"), session.out());
        assertTrue(session.out().contains("found (it stays hidden)"), session.out());
    }

    @Test
    void aSlipOfEncryptionIsSaidInWords() {
        Session session = Session.of(LARAVEL.replace("=tls", "=ssl"), "settings");
        assertTrue(session.out().contains("Look at this: Encryption: from the start (SSL/TLS)"), session.out());
        assertTrue(session.out().contains("Probably meant: STARTTLS"), session.out());
    }

    @Test
    void noPasswordInAnyOutput() {
        for (Snippets.Case each : Snippets.all()) {
            for (String format : List.of("json", "text")) {
                Session session = Session.of(each.text(), "settings", "-", "--format", format);
                assertEquals(0, session.code(), each.name());
                assertFalse((session.out() + session.err()).contains(Snippets.PASSWORD), each.name() + "\n" + session.out());
                assertFalse(format.equals("text") && (session.out().contains("{") || session.out().contains("slip.") || session.out()
                        .contains("format.") || session.out().contains("doubt.")), session.out());
            }
        }
    }

    @Test
    void everyKindHasItsWords() {
        var words = TextBook.open("paste", Locale.ENGLISH);
        Set<String> wanted = new TreeSet<>();
        Stream.of(Slip.Kind.values()).forEach(kind -> wanted.add("slip." + kind.id()));
        Stream.of(Doubt.Kind.values()).forEach(kind -> wanted.add("doubt." + kind.id()));
        Snippets.all().forEach(each -> wanted.add("format." + each.format()));
        Set<String> there = words.keys().stream().filter(key -> key.matches("(slip|doubt|format)\\..+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, there);
    }

    /// What is wrong with an address is said, not silently cut away; what stands behind an address in a list is no part of it.
    @Test
    void slipsInAnAddressAreToldAndNotCutAway() {
        String begin = "MAIL_HOST=smtp.example.org\nMAIL_PORT=587\nMAIL_USERNAME=";
        JsonNode comma = json(Session.of(begin + "shop@example,org\n", "settings", "-", "--format", "json"));
        assertEquals("shop@example.org", comma.at("/slips/0/suggestion").asString(), comma::toString);
        assertEquals("user", comma.at("/slips/0/field").asString());
        assertEquals("shop@example,org", comma.at("/settings/user").asString());
        JsonNode blank = json(Session.of(begin + "\"shop@example.org \"\n", "settings", "-", "--format", "json"));
        assertEquals("shop@example.org", blank.at("/slips/0/suggestion").asString(), blank::toString);
        for (String near : List.of("shop@example.org", "shop@example.org,hunter2", "shop@example,secret")) {
            JsonNode fine = json(Session.of(begin + near + "\n", "settings", "-", "--format", "json"));
            assertTrue(fine.path("slips").isEmpty() && !fine.toString().contains("hunter2") && !fine.toString().contains("secret"),
                    fine::toString);
        }
    }
}
