package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserInfoTest {
    @ParameterizedTest
    @CsvSource({
        "smtp://u:geheim@smtp.example.org:587, smtp://u:••••@smtp.example.org:587",
        "smtp://u:ge@he:im@smtp.example.org, smtp://u:••••@smtp.example.org",
        "u:geheim@smtp.example.org, u:••••@smtp.example.org",
        "anna@example.org:geheim, anna@example.org:••••",
        "anna@example.org:9geheim, anna@example.org:••••",
        "smtp://anna@example.org:587/, smtp://anna@example.org:587/",
        "anna@example.org, anna@example.org",
        "anna@example.org:587, anna@example.org:587",
        "smtp.example.org:587, smtp.example.org:587",
        "smtps://smtp.example.org/, smtps://smtp.example.org/",
        "2001:db8::25, 2001:db8::25"
    })
    void anAddress(String typed, String masked) {
        assertEquals(masked, UserInfo.masked(typed));
        assertEquals(masked, Settings.of(typed).host());
    }

    @ParameterizedTest
    @CsvSource({
        "Takes a name not: smtp://u:geheim@smtp.example.org and no more., Takes a name not: smtp://u:••••@smtp.example.org and no more.",
        "Write to anna@example.org: she knows., Write to anna@example.org: she knows.",
        "See https://mailmedic.org/a:b and anna@example.org, See https://mailmedic.org/a:b and anna@example.org"
    })
    void aSentence(String sentence, String masked) {
        assertEquals(masked, UserInfo.maskedIn(sentence));
    }

    @Test
    void costsNoMoreThanTheSentenceIsLong() {
        Growth.assertLinear("masking", size -> "://a:".repeat(size / 5), UserInfo::maskedIn);
    }
}
