package org.mailmedic.discover.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;

final class SlipsTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    private static List<Slip> in(Draft draft) {
        return Slips.in(draft, BOOK);
    }

    private static Draft host(String host) {
        return Draft.EMPTY.with(SlipField.HOST, host);
    }

    private static Draft server(String host, String port, Security security) {
        return host(host).with(SlipField.PORT, port).with(SlipField.SECURITY, security.id());
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        " smtp.gmail.com,HOST_BLANKS,smtp.gmail.com", "smtp.gmail.com ,HOST_BLANKS,smtp.gmail.com",
                "smtp. gmail.com,HOST_BLANKS,smtp.gmail.com", "smtp.gmail.com\u00A0,HOST_BLANKS,smtp.gmail.com",
        "smtp.gmail.com\u200B,HOST_INVISIBLE,smtp.gmail.com", "\uFEFFsmtp.gmail.com,HOST_INVISIBLE,smtp.gmail.com",
                "“smtp.gmail.com”,HOST_QUOTES,smtp.gmail.com", "'''smtp.gmail.com''',HOST_QUOTES,smtp.gmail.com",
        "ｓｍｔｐ.gmail.com,HOST_FULL_WIDTH,smtp.gmail.com", "smtp．gmail．com,HOST_FULL_WIDTH,smtp.gmail.com",
                "smtp1２.example.org,HOST_FULL_WIDTH,smtp12.example.org",
        "https://smtp.gmail.com,HOST_URL,smtp.gmail.com", "ssl://smtp.gmail.com:465,HOST_URL,smtp.gmail.com",
                "smtp.gmail.com/,HOST_PATH,smtp.gmail.com", "smtp.gmail.com:587,HOST_PORT_INSIDE,smtp.gmail.com",
        "anna@gmail.com,HOST_ADDRESS,smtp.gmail.com", "anna@shop.example,HOST_ADDRESS,",
                "smtp.gmail.com.,HOST_TRAILING_DOT,smtp.gmail.com", "smtp.gmаil.com,HOST_MIXED_SCRIPTS,smtp.gmail.com",
        "smtp_gmail!com,HOST_IMPOSSIBLE,", "smtp..gmail.com,HOST_IMPOSSIBLE,smtp.gmail.com", "999.1.2.3,HOST_IMPOSSIBLE,",
                "\" smtp.gmail.com\",HOST_BLANKS,smtp.gmail.com"})
    void hostsThatAreNone(String typed, Slip.Kind kind, String suggestion) {
        assertEquals(List.of(new Slip(kind, SlipField.HOST, typed.replaceAll("^'|'$", "'"), suggestion == null ? "" : suggestion)),
                in(host(typed)));
    }

    @Test
    void blanksInsideQuotesNeedTwoLooks() {
        Slip slip = in(host("\" smtp.gmail.com\"")).getFirst();
        assertEquals("smtp.gmail.com", slip.suggestion());
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.gmial.com,HOST_LETTERS,smtp.gmail.com", "smpt.gmail.com,HOST_LETTERS,smtp.gmail.com",
                "smtp.gmal.com,HOST_LETTERS,smtp.gmail.com", "smtpgmail.com,HOST_LETTERS,smtp.gmail.com",
        "smpt.gmial.com,HOST_LETTERS,smtp.gmail.com", "stmp.gmail.con,HOST_LETTERS,smtp.gmail.com",
        "smtp.offce365.com,HOST_LETTERS,smtp.office365.com", "smtp.mail.yaho.com,HOST_LETTERS,smtp.mail.yahoo.com",
                "stmp.shop.example,HOST_LETTERS,smtp.shop.example",
        "mial.shop.example,HOST_LETTERS,mail.shop.example", "smtp.gmail.co,HOST_LETTERS,smtp.gmail.com",
                "smtp.gmail.de,HOST_ENDING,smtp.gmail.com", "smtp.office365.net,HOST_ENDING,smtp.office365.com",
        "imap.gmail.com,HOST_INCOMING,smtp.gmail.com", "pop.gmail.com,HOST_INCOMING,smtp.gmail.com",
                "pop3.web.de,HOST_INCOMING,smtp.web.de", "imap-mail.outlook.com,HOST_INCOMING,smtp-mail.outlook.com",
        "imap.shop.example,HOST_INCOMING,smtp.shop.example", "imap.mail.me.com,HOST_INCOMING,smtp.mail.me.com",
                "gmail.com,HOST_MAIL_DOMAIN,smtp.gmail.com", "sendgrid.net,HOST_MAIL_DOMAIN,smtp.sendgrid.net"})
    void hostsThatWereNotMeant(String typed, Slip.Kind kind, String suggestion) {
        assertEquals(List.of(new Slip(kind, SlipField.HOST, typed, suggestion)), in(host(typed)));
    }

    @Test
    void hostsOfThePersonsOwnDomain() {
        Draft anna = Draft.EMPTY.with(SlipField.FROM, "anna@example.org");
        assertEquals(List.of(new Slip(Slip.Kind.HOST_LETTERS, SlipField.HOST, "smtp.exmaple.org", "smtp.example.org")),
                in(anna.with(SlipField.HOST, "smtp.exmaple.org")));
        assertEquals(List.of(new Slip(Slip.Kind.HOST_ENDING, SlipField.HOST, "mail.example.com", "mail.example.org")),
                in(anna.with(SlipField.HOST, "mail.example.com")));
        assertEquals(List.of(), in(anna.with(SlipField.HOST, "mail.hoster.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "smtp.gmail.com", "SMTP.Gmail.COM", "mail.shop.example", "smtp2.shop.example", "smtps.shop.example",
            "localhost", "mailhost", "192.0.2.1", "2001:db8::1", "[2001:db8::1]", "posteo.de",
        "smtp.mail.ru", "smtp.mail.com", "почта.example", "smtp.münchen.example", "mail7.hoster.example", "mx.abd.net",
                "email-smtp.eu-west-1.amazonaws.com", "in.shop.example", "smtp.qq.com", "mail.gmx.net"})
    void hostsThatAreFine(String typed) {
        assertEquals(List.of(), in(host(typed)));
    }

    @ParameterizedTest
    @CsvSource({"578,PORT_SWAPPED,587", "857,PORT_SWAPPED,587", "456,PORT_SWAPPED,465", "485,PORT_SWAPPED,465", "546,PORT_SWAPPED,465",
            "586,PORT_SWAPPED,587", "5877,PORT_SWAPPED,587", "46,PORT_SWAPPED,465",
        "993,PORT_INCOMING,587", "143,PORT_INCOMING,587", "995,PORT_INCOMING,587", "５８７,PORT_NO_NUMBER,587", "587/tcp,PORT_NO_NUMBER,587",
                "abc,PORT_NO_NUMBER,587", "70000,PORT_NO_NUMBER,587", "0,PORT_NO_NUMBER,587"})
    void portsThatWereNotMeant(String typed, Slip.Kind kind, String suggestion) {
        assertEquals(List.of(new Slip(kind, SlipField.PORT, typed, suggestion)), in(Draft.EMPTY.with(SlipField.PORT, typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "26", "465", "587", "2525", "2587", "2465", "8025", "1025", "443", "10025", "2500"})
    void portsThatAreFine(String typed) {
        assertEquals(List.of(), in(Draft.EMPTY.with(SlipField.PORT, typed)));
    }

    @ParameterizedTest
    @CsvSource({"465,starttls,tls", "465,none,tls", "587,tls,starttls", "25,tls,starttls", "2525,tls,starttls", "8465,starttls,tls"})
    void encryptionThatDoesNotGoWithThePort(String port, String given, String meant) {
        assertEquals(List.of(new Slip(Slip.Kind.SECURITY_PORT, SlipField.SECURITY, given, meant)), in(Draft.EMPTY.with(SlipField.PORT, port)
                .with(SlipField.SECURITY, given)));
    }

    @Test
    void encryptionThatGoesWithThePort() {
        assertEquals(List.of(), in(server("mail.shop.example", "465", Security.TLS)));
        assertEquals(List.of(), in(server("mail.shop.example", "587", Security.STARTTLS)));
        assertEquals(List.of(), in(server("mail.shop.example", "587", Security.AUTO)));
        assertEquals(List.of(), in(server("mail.shop.example", "25", Security.NONE)));
        assertEquals(List.of(), in(server("mail.shop.example", "4711", Security.TLS)));
        assertEquals("starttls", in(server("smtp.gmail.com", "587", Security.NONE)).getFirst().suggestion());
    }

    @ParameterizedTest
    @CsvSource({"smtp.sendgrid.net,anna@shop.example,apikey", "smtp.sendgrid.net,APIKEY,apikey",
            "smtp.sparkpostmail.com,anna,SMTP_Injection", "smtp.web.de,anna@web.de,anna", "smtp.gmail.com,anna,anna@gmail.com",
        "smtp.office365.com,anna,"})
    void signInNamesThatTheProviderDoesNotTake(String host, String user, String suggestion) {
        assertEquals(List.of(new Slip(Slip.Kind.USER_FORM, SlipField.USER, user, suggestion == null ? "" : suggestion)), in(host(host)
                .with(SlipField.USER, user)));
    }

    @Test
    void signInNamesThatAreFine() {
        assertEquals(List.of(), in(host("smtp.sendgrid.net").with(SlipField.USER, "apikey")));
        assertEquals(List.of(), in(host("smtp.web.de").with(SlipField.USER, "anna")));
        assertEquals(List.of(), in(host("smtp.gmail.com").with(SlipField.USER, "anna@shop.example")));
        assertEquals(List.of(), in(host("mail.shop.example").with(SlipField.USER, "anna")));
        assertEquals(List.of(), in(host("smtp.mailgun.org").with(SlipField.USER, "postmaster@mg.shop.example")));
    }

    @Test
    void theSendersAddressCompletesAShortName() {
        assertEquals("anna@shop.example",
                in(host("smtp.office365.com").with(SlipField.USER, "anna").with(SlipField.FROM, "anna@shop.example"))
                .getFirst().suggestion());
    }

    @Test
    void blanksAndSlipsInAddresses() {
        assertEquals(List.of(new Slip(Slip.Kind.USER_BLANKS, SlipField.USER, "anna@shop.example ", "anna@shop.example")),
                in(Draft.EMPTY.with(SlipField.USER, "anna@shop.example ")));
        assertEquals(List.of(new Slip(Slip.Kind.USER_BLANKS, SlipField.USER, "anna@shop\u200B.example", "anna@shop.example")),
                in(Draft.EMPTY.with(SlipField.USER, "anna@shop\u200B.example")));
        assertEquals(List.of(new Slip(Slip.Kind.ADDRESS_LETTERS, SlipField.FROM, "anna@gmial.com", "anna@gmail.com")),
                in(Draft.EMPTY.with(SlipField.FROM, "anna@gmial.com")));
        assertEquals(List.of(new Slip(Slip.Kind.ADDRESS_LETTERS, SlipField.TO, "joe@hotmial.com", "joe@hotmail.com")),
                in(Draft.EMPTY.with(SlipField.TO, "joe@hotmial.com")));
        assertEquals(List.of(), in(Draft.EMPTY.with(SlipField.FROM, "anna@shop.example").with(SlipField.TO, "joe@gmail.com")));
    }

    @Test
    void blanksInPasswordsAreFoundWithoutShowingThem() {
        Draft gmail = host("smtp.gmail.com");
        for (String typed : List.of("abcd efgh ijkl mnop", "abcd\u00A0efgh\u00A0ijkl\u00A0mnop", " Zaunkoenig", "Zaunkoenig\n",
                "Zaunkoenig\u200B")) {
            Draft draft = gmail.withPassword(Optional.of(Secret.of(typed)));
            List<Slip> slips = in(draft);
            assertEquals(List.of(new Slip(Slip.Kind.PASSWORD_BLANKS, SlipField.PASSWORD, "••••", "")), slips);
            assertFalse(slips.toString().contains(typed.strip()));
            String mended = String.valueOf(draft.mended(slips.getFirst()).password().orElseThrow().chars());
            assertEquals(typed.replaceAll("[\\s\u00A0\u200B]", ""), mended);
        }
        for (String typed : List.of("abcdefghijklmnop", "two words", "abcd efgh ijkl", "ABCD efgh ijkl mnop")) {
            assertEquals(List.of(), in(gmail.withPassword(Optional.of(Secret.of(typed)))), typed);
        }
        assertEquals(List.of(), in(host("mail.shop.example").withPassword(Optional.of(Secret.of("abcd efgh ijkl mnop")))));
    }

    @Test
    void aPasswordInTheHostFieldIsNotShown() {
        Slip slip = in(host("smtp://anna:Zaunkoenig@smtp.gmail.com:587")).getFirst();
        assertEquals(new Slip(Slip.Kind.HOST_URL, SlipField.HOST, "smtp://anna:••••@smtp.gmail.com:587", "smtp.gmail.com"), slip);
        assertEquals("anna@gmail.com:••••", in(host("anna@gmail.com:Zaunkoenig")).getFirst().value());
    }

    @Test
    void twoSlipsInOneNameAreTwo() {
        assertEquals(List.of(new Slip(Slip.Kind.HOST_BLANKS, SlipField.HOST, " smpt.gmail.com", "smpt.gmail.com"),
                new Slip(Slip.Kind.HOST_LETTERS, SlipField.HOST, "smpt.gmail.com", "smtp.gmail.com")), in(host(" smpt.gmail.com")));
    }

    @Test
    void slipsInBothHalvesOfTheOwnServersNameAreMendedTogether() {
        Draft draft = host("smpt.exmaple-shop.org").with(SlipField.FROM, "anna@example-shop.org");
        assertEquals(List.of(new Slip(Slip.Kind.HOST_LETTERS, SlipField.HOST, "smpt.exmaple-shop.org", "smtp.example-shop.org")),
                in(draft));
    }

    @Test
    void anAppPasswordWithItsBlanksIsSeenBehindAMistypedHost() {
        Draft draft = host("smpt.gmial.com").withPassword(Optional.of(Secret.of("abcd efgh ijkl mnop")));
        assertEquals(List.of(Slip.Kind.HOST_LETTERS, Slip.Kind.PASSWORD_BLANKS), in(draft).stream().map(Slip::kind).toList());
    }

    @Test
    void aWrongNameDoesNotHideWhatItsProviderWants() {
        List<Slip> slips = in(host("smtp.sendgird.net").with(SlipField.USER, "anna"));
        assertEquals(List.of(Slip.Kind.HOST_LETTERS, Slip.Kind.USER_FORM), slips.stream().map(Slip::kind).toList());
    }

    @Test
    void theButtonMendsWhatTheSlipIsAbout() {
        Draft draft = server(" smtp.gmial.com", "578", Security.TLS).with(SlipField.USER, "anna@gmail.com");
        for (int i = 0; i < 10 && !in(draft).isEmpty(); i++) {
            Slip slip = in(draft).getFirst();
            assertFalse(slip.suggestion().isEmpty(), slip::toString);
            draft = draft.mended(slip);
        }
        assertEquals(server("smtp.gmail.com", "587", Security.STARTTLS).with(SlipField.USER, "anna@gmail.com"), draft);
    }

    @Test
    void everyKindHasACodeOfTheSettings() {
        assertTrue(Arrays.stream(Slip.Kind.values()).allMatch(kind -> kind.code().matches("settings\\.[a-z_]+")));
        assertEquals(Set.of("settings.host_invalid", "settings.host_typo", "settings.wrong_port", "settings.security_mismatch",
                "settings.user_invalid", "settings.address_typo", "settings.password_blanks"),
                Arrays.stream(Slip.Kind.values()).map(Slip.Kind::code).collect(Collectors.toSet()));
    }
}
