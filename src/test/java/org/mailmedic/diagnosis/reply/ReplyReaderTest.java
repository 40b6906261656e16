package org.mailmedic.diagnosis.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

final class ReplyReaderTest {
    private static final ReplyReader READER = new ReplyReader();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "replies.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 1000)
    void meansWhatItSays(String where, String code, String reply) {
        Optional<ReplyReader.Reading> reading = where.equals("-") ? READER.read(Cases.reply(reply))
                : READER.read(Cases.reply(reply), Stage.valueOf(where.toUpperCase(Locale.ROOT)));
        assertEquals(code, reading.map(r -> r.code().id()).orElse("-"));
    }

    @Test
    void aPositiveReplyMeansNothing() {
        assertTrue(READER.read(Cases.reply("250 2.1.0 Greylisting passed"), Stage.SENDER).isEmpty());
    }

    @Test
    void statusCodesRepeatedOnEachLineDoNotHideTheWords() {
        var reply = Cases.reply(
                "550-5.7.26 This mail has been blocked because the\n550-5.7.26 sender is\n550 5.7.26 unauthenticated. x - gsmtp");
        assertEquals(Code.SEND_POLICY_REJECTED, READER.read(reply, Stage.MESSAGE).orElseThrow().code());
    }

    @Test
    void namesTheBlocklist() {
        var reading = READER.read(Cases.reply("554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org; see"), Stage.RECIPIENT)
                .orElseThrow();
        assertEquals("zen.spamhaus.org", reading.facts().get("list"));
    }

    @Test
    void saysWhetherTheWordsSaidIt() {
        assertTrue(READER.read(Cases.reply("530 5.7.0 Authentication required"), Stage.SENDER).orElseThrow().worded());
        assertFalse(READER.read(Cases.reply("530 5.7.0"), Stage.SENDER).orElseThrow().worded());
    }

    @Test
    void wordsMakeItSurerThanACodeAlone() {
        double worded = READER.read(Cases.reply("550 5.1.1 User unknown"), Stage.RECIPIENT).orElseThrow().confidence();
        double bare = READER.read(Cases.reply("550 no"), Stage.RECIPIENT).orElseThrow().confidence();
        assertTrue(worded > 0.9 && bare < 0.8, worded + " and " + bare);
    }

    @Test
    void everyNegativeReplyToASignInMeansSomething() {
        for (int code = 400; code < 600; code++) {
            assertTrue(READER.read(new Reply(code, List.of("")), Stage.SIGN_IN).isPresent(), "reply " + code);
        }
    }

    @Test
    void hostileTextIsReadInBoundedTime() {
        var endless = new Reply(550, List.of("relay ".repeat(20_000), "user is the mailbox a a a a ".repeat(20_000)));
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> READER.read(endless, Stage.RECIPIENT));
    }

    /// The dialogue reads what is not UTF-8 as Latin-1.
    @ParameterizedTest
    @CsvSource({"KOI8-R, Аккаунт заблокирован", "windows-1251, Аккаунт заблокирован", "GB18030, 账号冻结", "Shift_JIS, アカウント停止", "EUC-JP, アカウント停止"})
    void inTheCodePageOfItsCountry(String page, String words) throws Exception {
        String asLatin1 = new String(words.getBytes(page), StandardCharsets.ISO_8859_1);
        assertEquals(Optional.of(Code.AUTH_ACCOUNT_SUSPENDED), new ReplyReader().read(new Reply(535, List.of(asLatin1)), Stage.SIGN_IN)
                .map(ReplyReader.Reading::code));
    }

    @Test
    void lettersOfTheWestAreNoOtherCodePage() {
        assertEquals(Optional.of(Code.AUTH_BAD_CREDENTIALS), new ReplyReader().read(new Reply(535, List.of("5.7.8 Zugang f\u00fcr Stra\u00dfe")),
                Stage.SIGN_IN).map(ReplyReader.Reading::code));
    }
}
