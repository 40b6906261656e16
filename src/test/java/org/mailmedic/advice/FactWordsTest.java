package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

final class FactWordsTest {
    private final FactWords words = new FactWords(Locale.ENGLISH);

    @Test
    void everythingThatHasANameHasWords() {
        var all = new ArrayList<String>();
        for (Party party : Party.values()) {
            all.add(words.party(party));
            all.add(words.canFix(party));
        }
        for (Stage stage : Stage.values()) {
            all.add(words.stage(stage, 587));
            all.add(words.station(stage));
            all.add(words.where(stage.id()));
        }
        for (Failure failure : Failure.values()) {
            all.add(words.failure(failure));
        }
        for (HostName.Kind kind : HostName.Kind.values()) {
            all.add(words.slip(kind));
        }
        for (Security security : Security.values()) {
            all.add(words.security(security));
        }
        for (String why : List.of("status.404", "no_page", "off_tls", "elsewhere", "nowhere", "other_host", "endless", "no_address", "inside",
                "no_tls", "unproven", "no_time", "timeout")) {
            all.add(words.unfetched(why));
        }
        for (String status : List.of("ok", "warning", "failed", "skipped", "not_reached")) {
            all.add(words.status(status));
        }
        for (String text : all) {
            assertFalse(text.contains(".") && !text.contains(" ") || text.contains("{") || text.isBlank() || text.contains("_"), text);
        }
    }

    @Test
    void certaintyIsHonest() {
        assertEquals("We are sure", words.certainty(0.9));
        assertEquals("Most likely", words.certainty(0.89));
        assertEquals("Most likely", words.certainty(0.6));
        assertEquals("Possible", words.certainty(0.59));
    }

    @Test
    void stagesNameThePort() {
        assertEquals("The server’s door (port 587)", words.stage(Stage.CONNECT, 587));
    }

    @Test
    void timesCarryTheirZone() {
        var noon = Instant.parse("2027-03-03T12:05:59Z");
        assertEquals("3 March 2027, 12:05 (UTC)", words.time(noon, ZoneId.of("UTC")));
        assertEquals("3 March 2027, 17:35 (UTC+05:30)", words.time(noon, ZoneId.of("Asia/Kolkata")));
        assertEquals("3 March 2027, 04:05 (UTC-08:00)", words.time(noon, ZoneId.of("America/Los_Angeles")));
    }

    @Test
    void durationsAreShort() {
        assertEquals("0 ms", words.duration(0.2));
        assertEquals("18 ms", words.duration(18.2));
        assertEquals("0.2 s", words.duration(200));
        assertEquals("14.8 s", words.duration(14_790));
    }

    @Test
    void howFarAClockIsOff() {
        assertEquals("30 days", words.offset(2_592_000));
        assertEquals("27 hours", words.offset(-97_200));
        assertEquals("90 minutes", words.offset(5400));
        assertEquals("3 minutes", words.offset(-180));
    }

    @Test
    void listsReadLikeSentences() {
        assertEquals("", words.list(List.of()));
        assertEquals("a", words.list(List.of("a")));
        assertEquals("a and b", words.list(List.of("a", "b")));
        assertEquals("a, b and c", words.list(List.of("a", "b", "c")));
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertEquals("We are sure", new FactWords(Locale.forLanguageTag("tlh")).certainty(1));
        assertEquals("We are sure", new FactWords(Locale.ROOT).certainty(1));
    }
}
