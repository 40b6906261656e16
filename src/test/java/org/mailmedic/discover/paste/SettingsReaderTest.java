package org.mailmedic.discover.paste;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.discover.paste.taking.Taken;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Secret;

final class SettingsReaderTest {
    private static final ProviderBook BOOK = ProviderBook.load();
    private static final SettingsReader READER = new SettingsReader(BOOK);

    @TestFactory
    Stream<DynamicTest> everySnippet() {
        return Snippets.all().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Snippets.Case expected) {
        Optional<PastedSettings> read = READER.read(expected.text());
        assertTrue(read.isPresent(), "nothing was recognised");
        try (PastedSettings reading = read.get()) {
            Draft draft = reading.draft();
            assertAll(() -> assertEquals(expected.format(), reading.format()), () -> assertEquals(expected.host(), draft.host()),
                    () -> assertEquals(expected.port(), draft.port()), () -> assertEquals(expected.security(), draft.security().id()),
                    () -> assertEquals(expected.user(), draft.user()), () -> assertEquals(expected.from(), draft.from()),
                    () -> assertEquals(expected.password(), draft.password().map(SettingsReaderTest::open).orElse("")),
                    () -> assertEquals(expected.slips(), Slips.in(draft, BOOK).stream().map(slip -> slip.kind().id()).toList()),
                    () -> assertFalse(expected.password().length() > 3 && (reading + " " + Slips.in(draft, BOOK))
                            .contains(expected.password())));
        }
    }

    private static String open(Secret secret) {
        return String.valueOf(secret.chars());
    }

    @Test
    void aTornExportDoesNotShowItsPasswordAsSomethingElse() {
        for (String torn : List.of("MAIL_HOST=@password=a:3:{s:8:\"password\";s:15:\"Zaunkoenig#7431\";}",
                "MAIL_HOST=@password=a:3:{s:8:\\\"password\\\";s:15:\\\"Zaunkoenig#7431\\\";}")) {
            READER.read(torn).ifPresent(reading -> assertFalse(reading.toString().contains("Zaunkoenig"), reading::toString));
        }
    }

    @Test
    void thereAreManyAndOfEachFormatAtLeastTwo() {
        List<Snippets.Case> all = Snippets.all();
        assertTrue(all.size() >= 40, () -> all.size() + " snippets");
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(Snippets.Case::format, Collectors.counting()));
        assertEquals(Map.of(), counts.entrySet().stream().filter(e -> e.getValue() < 2)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals(24, counts.size(), () -> "formats with snippets: " + counts.keySet());
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkMakeNoDifference() {
        for (Snippets.Case each : Snippets.all()) {
            check(new Snippets.Case(each.name(), each.format(), each.host(), each.port(), each.security(), each.user(), each.from(),
                    each.password(), each.slips(),
                    "\uFEFF" + each.text().replace("\n", "\r\n")));
        }
    }

    @Test
    void whatHoldsNoSettingsIsNotRecognised() {
        for (String text : List.of("", " ", "\n\n", "Hello, my mail does not work. Can you help me?", "host: www.example.org",
                "DB_HOST=localhost\nDB_PORT=3306\nDB_PASSWORD=x",
                "The quick brown fox jumps over the lazy dog.", "<html><body>404 Not Found</body></html>",
                        "user_pref(\"browser.startup.homepage\", \"https://example.org\");",
                "# SMTP_HOST=smtp.example.org\n# SMTP_PORT=587\n# SMTP_PASS=hunter2-FAKE-90\n",
                "Host mailbox\n  HostName mail.example.org\n  Port 2222\n  User root\n",
                "Port forwarding\nHost\t192.0.2.20\nPort\t8080\nUser\tadmin\nmail\n",
                "Posteingangsserver (IMAP): imap.example.org\nPort: 993\nBenutzername: anna@example.org\n",
                "IMAP_HOST=imap.example.org\nIMAP_USERNAME=mail@example.org\nIMAP_PASSWORD=hunter2-FAKE-91\n",
                "{\"host\": \"db.example.org\", \"port\": 5432}", "import os\nprint('x')", "server:\n  port: 8080\n",
                "curl -s http://localhost:8080/health # smtp\n", "/usr/bin/curl -sS -f http://mail.shop.example:8080/health\n",
                "smtp log of postfix/smtp[123]: see\nrelay_host = \n[ERROR] SMTP: connection refused\n")) {
            assertEquals(Optional.empty(), READER.read(text), text);
        }
    }

    @Test
    void tellsWhatItWasUnsureOf() {
        PastedSettings reading = READER.read("EMAIL_HOST = os.environ.get('H', 'smtp.zoho.eu')\nEMAIL_HOST_USER = os.getenv('U')\nEMAIL_HOST_PASSWORD = '********'\n").orElseThrow();
        assertTrue(reading.doubts().contains(new Doubt(SlipField.HOST, Doubt.Kind.FALLBACK, 1)), reading::toString);
        assertTrue(reading.doubts().contains(new Doubt(SlipField.USER, Doubt.Kind.ELSEWHERE, 2)), reading::toString);
        assertTrue(reading.doubts().contains(new Doubt(SlipField.PASSWORD, Doubt.Kind.STAND_IN, 3)), reading::toString);
        assertEquals(List.of(new Taken(SlipField.HOST, 1)), reading.taken());
    }

    @Test
    void takesTheFirstOfSeveralAndSaysSo() {
        PastedSettings reading = READER.read("SMTP_HOST=smtp.one.example\nSMTP_HOST=smtp.two.example\nSMTP_PORT=587\n").orElseThrow();
        assertEquals("smtp.one.example", reading.draft().host());
        assertTrue(reading.doubts().contains(new Doubt(SlipField.HOST, Doubt.Kind.SEVERAL, 2)), reading::toString);
    }

    @Test
    void aUserNameThatIsThePasswordIsNotShown() {
        PastedSettings reading = READER.read("SMTP_HOST=smtp.postmarkapp.com\nSMTP_USER=11111111-aaaa\nSMTP_PASS=11111111-aaaa\n")
                .orElseThrow();
        assertEquals("", reading.draft().user());
        assertTrue(reading.draft().password().isPresent());
        assertFalse(reading.toString().contains("11111111-aaaa"));
    }

    @Test
    void aPasswordIsHiddenWhereverABrokenTextPutsIt() {
        for (String text : List.of("MAIL_HOST=smtp.shop.example MAIL_PASSWORD=" + Snippets.PASSWORD, "MAIL_HOST=smtp://anna:"
                + Snippets.PASSWORD + "@smtp.shop.example:587\nMAIL_PORT=587",
                "MAIL_HOST=smtp.shop.example\nMAIL_USERNAME=anna password=" + Snippets.PASSWORD, "SMTP_HOST: smtp.shop.example, password: "
                        + Snippets.PASSWORD,
                "MAIL_HOST=" + Snippets.PASSWORD + "\nMAIL_PASSWORD=" + Snippets.PASSWORD, "account a\nhost smtp.shop.example password "
                        + Snippets.PASSWORD + "\nuser anna",
                "MAIL_HOST=smtp.shop.example\nMAIL_FROM_ADDRESS=" + Snippets.PASSWORD + "@shop.example\nMAIL_PASSWORD="
                        + Snippets.PASSWORD,
                "mail.smtp.host=smtp.shop.example\nmail.smtp.password=" + Snippets.PASSWORD
                        + "\nmail.smtp.from=anna@shop.example Zaunkoenig%237431@default\nmail.smtp.user=anna Zaunkoenig%237431",
                "nodemailer.createTransport({ service: 'Gmail', auth: { user: proce&ss.env.U, pass: process${.env.P } });   '"
                        + Snippets.PASSWORD + "'",
                "nodemailer.createTransport({ service: 'Gmail', auth: { pass: process.env.P || '" + Snippets.PASSWORD + "', user: '"
                        + Snippets.PASSWORD + "' } });",
                "[smtp.strato.de]:465    info@shop\n[\"mail.smtp2.username\", \"anna\"); .example:" + Snippets.PASSWORD)) {
            READER.read(text).ifPresent(reading ->
                    assertFalse((reading + " " + Slips.in(reading.draft(), BOOK)).contains("Zaunkoenig"), text));
        }
    }

    @Test
    void saysThatTwoSwitchesContradictEachOther() {
        for (String port : List.of("465", "587")) {
            PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PORT=" + port
                    + "\nSMTP_USE_SSL=true\nSMTP_USE_TLS=true\n").orElseThrow();
            assertEquals(port.equals("465") ? "tls" : "starttls", reading.draft().security().id());
            assertTrue(reading.doubts().contains(new Doubt(SlipField.SECURITY, Doubt.Kind.BOTH_ON, 4)), reading::toString);
        }
        PastedSettings django = READER.read("EMAIL_HOST=smtp.shop.example\nEMAIL_PORT=587\nEMAIL_USE_SSL=True\nEMAIL_USE_TLS=True\n")
                .orElseThrow();
        assertEquals("starttls", django.draft().security().id());
        assertTrue(django.doubts().contains(new Doubt(SlipField.SECURITY, Doubt.Kind.BOTH_ON, 4)), django::toString);
        PastedSettings rails = READER.read("config.action_mailer.smtp_settings = { address: 'smtp.shop.example',\n"
                + "port: 465,\ntls: true,\nenable_starttls_auto: true }\n").orElseThrow();
        assertEquals("tls", rails.draft().security().id());
        assertTrue(rails.doubts().contains(new Doubt(SlipField.SECURITY, Doubt.Kind.BOTH_ON, 4)), rails::toString);
        PastedSettings java = READER.read("props.put(\"mail.smtp.host\", \"smtp.shop.example\");\nprops.put(\"mail.smtp.port\", \"465\");\n"
                + "props.put(\"mail.smtp.starttls.enable\", \"true\");\nprops.put(\"mail.smtp.ssl.enable\", \"true\");\n").orElseThrow();
        assertEquals("tls", java.draft().security().id());
        assertTrue(java.doubts().contains(new Doubt(SlipField.SECURITY, Doubt.Kind.BOTH_ON, 4)), java::toString);
        for (String text : List.of("spring.mail.host=smtp.shop.example\nspring.mail.port=465\n"
                + "spring.mail.properties.mail.smtp.ssl.enable=true\nspring.mail.properties.mail.smtp.starttls.enable=true\n",
                "spring:\n mail: {}\nspring.mail.host: smtp.shop.example\nspring.mail.port: 465\n"
                        + "spring.mail.properties.mail.smtp.ssl.enable: true\nspring.mail.properties.mail.smtp.starttls.enable: true\n")) {
            PastedSettings spring = READER.read(text).orElseThrow();
            assertEquals("tls", spring.draft().security().id());
            assertTrue(spring.doubts().stream().anyMatch(doubt -> doubt.kind() == Doubt.Kind.BOTH_ON), spring::toString);
        }
        PastedSettings one = READER
                .read("SMTP_HOST=smtp.shop.example\nSMTP_PORT=587\nSMTP_USE_SSL=false\nSMTP_USE_TLS=true\n").orElseThrow();
        assertEquals(List.of(), one.doubts());
    }

    @Test
    void whatIsCommentedOutIsNoSetting() {
        for (String remark : List.of("# ", "#", "; ", "// ", "-- ", "dnl ", "REM ", "/* ", "<!-- ")) {
            String end = remark.equals("/* ") ? " */" : remark.equals("<!-- ") ? " -->" : "";
            PastedSettings reading = READER.read(remark + "SMTP_HOST=old.shop.example" + end + "\n" + remark + "SMTP_USER=old" + end
                    + "\nSMTP_HOST=smtp.shop.example\nSMTP_PORT=587\n").orElseThrow();
            assertEquals("smtp.shop.example", reading.draft().host(), remark);
            assertEquals("", reading.draft().user(), remark);
        }
        PastedSettings block = READER.read("/*\nSMTP_HOST=old.shop.example\n*/\nSMTP_HOST=smtp.shop.example\n").orElseThrow();
        assertEquals("smtp.shop.example", block.draft().host());
        // one that never ends is none
        assertEquals("smtp.shop.example", READER.read("/*\nSMTP_HOST=smtp.shop.example\n").orElseThrow().draft().host());
    }

    @Test
    void aStandInIsNoPassword() {
        for (String standIn : List.of("changeme", "<your password>", "${SMTP_PASSWORD}", "$SMTP_PASSWORD", "{{ smtp_password }}",
                "your_password", "Ihr-Passwort", "********", "!secret mail", "var.mail_password",
                "HIER_PASSWORT_EINTRAGEN", "YOUR_PASSWORD", "MOT_DE_PASSE_ICI", "SENHA_AQUI", "(the one of the mailbox)", "%p")) {
            PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PASSWORD=" + standIn + "\n").orElseThrow();
            assertTrue(reading.draft().password().isEmpty(), standIn);
        }
        for (String password : List.of("changeme-7431", "youreka-7431", "variety.show.7431", "enc-7431", "pa$$word",
                "passhere7431", "compassenter")) {
            PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PASSWORD=" + password + "\n").orElseThrow();
            assertTrue(reading.draft().password().isPresent(), password);
        }
    }

    @Test
    void whatACodeWorksOutIsNoPassword() {
        for (String expression : List.of("input(\"Password: \")", "getpass.getpass()", "decrypt('mail')", "config.mail.secret",
                "self.secret",
                "@Microsoft.KeyVault(SecretUri=https://kv.example)", "$__file{/run/secrets/mail}", "${{ secrets.MAIL }}",
                        "/run/secrets/mail")) {
            PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PASSWORD=" + expression + "\n").orElseThrow();
            assertTrue(reading.draft().password().isEmpty(), expression);
        }
        for (String password : List.of("ab(7431)", "self-7431", "Zaun(koenig)7431!", "config7431")) {
            PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PASSWORD=" + password + "\n").orElseThrow();
            assertTrue(reading.draft().password().isPresent(), password);
        }
    }

    @Test
    void theNameOfAServiceIsNoSlipOfAnother() {
        for (String host : List.of("email.shop.example", "smtps.shop.example", "mails.shop.example")) {
            PastedSettings reading = READER.read("SMTP_HOST=" + host + "\nSMTP_FROM=anna@shop.example\n").orElseThrow();
            assertEquals(List.of(), Slips.in(reading.draft(), BOOK), host);
        }
    }

    @Test
    void aHostFromTheEnvironmentStandsElsewhere() {
        PastedSettings reading = READER.read("host := os.Getenv(\"SMTP_HOST\")\n"
                + "d := gomail.NewDialer(host, 587, \"anna@shop.example\", \"hunter2-FAKE-65\")\n").orElseThrow();
        assertTrue(reading.doubts().contains(new Doubt(SlipField.HOST, Doubt.Kind.ELSEWHERE, 1)), reading::toString);
    }

    @Test
    void anAssignmentBehindSetIsReadOnce() {
        PastedSettings reading = READER.read("set smtp_host = 'smtp.shop.example'\nset smtp_port = '465'\n").orElseThrow();
        assertEquals("smtp.shop.example", reading.draft().host());
        assertEquals(List.of(), reading.doubts());
    }

    @Test
    void theNameOfAVariableHidesNothing() {
        PastedSettings reading = READER.read("sender.setHost(\"mail.uni-passau.de\");\nsender.setPassword(pass);\n"
                + "client = New JavaMailSenderImpl();\nd.WithPassword(pass)\n").orElseThrow();
        assertEquals("mail.uni-passau.de", reading.draft().host());
    }

    @Test
    void aShortWordForAPasswordHidesIt() {
        for (String label : List.of("SMTP PW", "smtp_pw", "smtp.mdp", "Mdp", "Clave", "SMTP-PSW", "SMTP Pass", "Parola SMTP", "SMTP pass*",
                "smtpPw")) {
            READER.read("Outgoing mail (SMTP)\n" + label + ": summer.rain\nsmtp_from: summer.rain@shop.example\n"
                    + "SMTP server: smtp.shop.example\n")
                    .ifPresent(reading -> assertFalse(reading.toString().contains("summer"), label + " " + reading));
        }
        for (String label : List.of("SMTP server", "Enclave server")) {
            PastedSettings reading = READER.read("Outgoing mail (SMTP)\n" + label + ": summer.rain.example\n").orElseThrow();
            assertEquals("summer.rain.example", reading.draft().host(), label);
        }
        PastedSettings told = READER.read("SMTP server smtp.shop.example, no pass\n").orElseThrow();
        assertEquals("smtp.shop.example", told.draft().host());
    }

    @Test
    void numbersThatDoNotCountTheLinesBelongToTheText() {
        PastedSettings reading = READER.read("1  SMTP_HOST=smtp.shop.example\n7  #SMTP_USER=anna\n").orElseThrow();
        assertEquals("smtp.shop.example", reading.draft().host());
        PastedSettings table = READER.read("Outgoing server:\nsmtp.shop.example\nPort\n587\n").orElseThrow();
        assertEquals("587", table.draft().port());
    }

    @Test
    void closingWipesThePassword() {
        PastedSettings reading = READER.read("SMTP_HOST=smtp.shop.example\nSMTP_PASS=" + Snippets.PASSWORD).orElseThrow();
        reading.close();
        assertTrue(reading.draft().password().orElseThrow().isEmpty());
    }
}
