package org.mailmedic.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.ControlsReader;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

final class ProbeMakerTest {
    private static final Instant NOW = Instant.parse("2026-11-27T20:00:00.5Z");
    private static final int LARGEST = 40_000;
    private final ProbeMaker maker = new ProbeMaker(new SecureRandom(), InstantSource.fixed(NOW));

    private ProbeFile make(ProbeForm form, Settings settings, Controls controls) {
        return make(form, settings, controls, Language.ENGLISH);
    }

    private ProbeFile make(ProbeForm form, Settings settings, Controls controls, Language language) {
        Plan plan = new Planner().plan(settings, Options.usual().withControls(controls));
        return maker.make(settings, plan, form, language);
    }

    private static Settings settings() {
        return Settings.of("smtp.example.org").withPort(587).withSecurity(Security.STARTTLS);
    }

    private static Map<String, String> texts(ProbeFile probe) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        if (probe.form() != ProbeForm.WORDPRESS) {
            texts.put("", new String(probe.content(), StandardCharsets.UTF_8));
            return texts;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(probe.content()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void itIsSmallAndHoldsTheHashOfTheKeyAlone(ProbeForm form) throws IOException {
        ProbeFile probe = make(form, settings(), ControlsReader.builtIn());
        assertTrue(probe.content().length <= LARGEST, probe.content().length + " bytes");
        assertTrue(probe.key().matches("[A-Za-z0-9_-]{43}"), "256 bits of chance");
        String all = String.join("\n", texts(probe).values());
        assertFalse(all.contains(probe.key()));
        assertTrue(all.contains(ProbeMaker.sha256(probe.key())));
        assertFalse(Pattern.compile("@[A-Z0-9_]+@").matcher(all).find(), "a name was left");
        assertTrue(all.contains("smtp.example.org"));
        assertEquals(Instant.parse("2026-11-27T21:00:00Z"), probe.expires());
        assertEquals(form == ProbeForm.SHELL ? "" : "?k=" + probe.key(), probe.query());
    }

    @ParameterizedTest
    @EnumSource
    void itSpeaksTheLanguageOfWhoeverMadeItAndStaysSmall(Language language) throws IOException {
        var book = TextBook.open("probe", language.locale());
        var controls = ControlsReader.builtIn();
        for (ProbeForm form : ProbeForm.values()) {
            ProbeFile probe = make(form, settings(), controls, language);
            assertTrue(probe.content().length <= LARGEST, form + " " + probe.content().length + " bytes");
            String all = String.join("\n", texts(probe).values());
            assertTrue(all.contains(book.get("safe").replace('\'', '’')), form.id());
            assertTrue(all.contains("2026-11-27 21:00 UTC"), form.id());
        }
    }

    /// Whoever reads WordPress may have chosen another language there than the window's.
    @Test
    void thePluginSpeaksAllLanguages() throws IOException {
        String words = texts(make(ProbeForm.WORDPRESS, settings(), Controls.none(), Language.FRENCH)).entrySet().stream()
                .filter(each -> each.getKey().endsWith("/words.php")).findFirst().orElseThrow().getValue();
        for (Language language : Language.values()) {
            var book = TextBook.open("probe", language.locale());
            assertTrue(words.contains("'" + language.tag() + "' => array("), language.tag());
            book.keys().stream().filter(key -> key.startsWith("page.") || key.startsWith("health.")).forEach(key -> assertTrue(words.contains(
                    "'" + key + "' => '" + book.get(key, Map.of("host", "smtp.example.org", "port", 587)) + "'"), language.tag() + " " + key));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsAnotherOne(ProbeForm form) {
        assertNotEquals(make(form, settings(), Controls.none()).key(), make(form, settings(), Controls.none()).key());
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAPersonGetsIn(ProbeForm form) throws IOException {
        var login = new Login.Password("anna@example.org", Secret.of("hunter2-hunter2"));
        ProbeFile probe = make(form, settings().withLogin(login), ControlsReader.builtIn());
        String all = String.join("\n", texts(probe).values());
        assertFalse(all.contains("anna") || all.contains("hunter2"));
    }

    @Test
    void theListOfServersIsFixed() throws IOException {
        var controls = new Controls(List.of(new Controls.Tcp("one.example", 465, true, true), new Controls.Tcp("198.51.100.7", 443, false,
                false)),
                List.of(), List.of(), List.of("203.0.113.254"));
        String php = texts(make(ProbeForm.PHP, settings(), controls)).get("");
        for (String look : List.of("'target', 'smtp.example.org', 587, 'plain', 'talk'",
                "'other_mode', 'smtp.example.org', 587, 'implicit-tls', 'greet'",
                        "'other_port', 'smtp.example.org', 465, 'implicit-tls', 'greet'",
                "'control', 'one.example', 465, 'implicit-tls', 'greet'", "'control', '198.51.100.7', 443, 'plain', 'connect'",
                "'canary', '203.0.113.254', 587, 'plain', 'greet'")) {
            assertTrue(php.contains("array(" + look + "),"), look);
        }
    }

    @Test
    void whatCouldLeaveItsStringIsLeftOut() throws IOException {
        var controls = new Controls(List.of(new Controls.Tcp("x', 1); system('id", 25, true, false), new Controls.Tcp("a b", 25, true,
                false),
                new Controls.Tcp("x\ncontrol 10.0.0.1 22", 25, true, false)), List.of(), List.of(), List.of());
        for (ProbeForm form : ProbeForm.values()) {
            String all = String.join("\n", texts(make(form, settings(), controls)).values());
            assertFalse(all.contains("system('id") || all.contains("'a b'") || all.contains("10.0.0.1 22"), form.id());
        }
        assertThrows(IllegalArgumentException.class, () -> make(ProbeForm.PHP, Settings.of("https://smtp.example.org/"), Controls.none()));
    }

    @Test
    void thePluginLiesInAFolderThatNobodyGuesses() throws IOException {
        var names = texts(make(ProbeForm.WORDPRESS, settings(), Controls.none())).keySet();
        String folder = names.iterator().next().replaceFirst("/.*", "/");
        assertTrue(folder.matches("mail-medic-[0-9a-f]{10}/"), folder);
        assertEquals(List.of("mail-medic.php", "probe.php", "words.php", "uninstall.php", "index.php", "readme.txt"),
                names.stream().map(name -> name.substring(folder.length())).toList());
    }
}
