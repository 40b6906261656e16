package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.advice.FileWords;
import org.mailmedic.settings.UnfitFileException;

final class ControlsReaderTest {
    @Test
    void theExampleOfTheContract() throws UnfitFileException {
        Controls read = ControlsReader.read("""
                {"version": 1,
                 "tcp":  [{"host": "control.example", "port": 587, "smtp": true}, {"host": "control.example", "port": 465, "smtp": true, "tls": true},
                          {"host": "198.51.100.7", "port": 443}],
                 "http": [{"url": "http://portal-check.example/generate_204", "status": 204, "body": ""}],
                 "time": [{"url": "https://time.example/"}],
                 "canary": [{"host": "203.0.113.254"}]}
                """);
        assertEquals(List.of(new Controls.Tcp("control.example", 587, true, false), new Controls.Tcp("control.example", 465, true, true),
                new Controls.Tcp("198.51.100.7", 443, false, false)), read.tcp());
        assertEquals(List.of(new Controls.Http("http://portal-check.example/generate_204", 204, "")), read.http());
        assertEquals(List.of("203.0.113.254"), read.canaries());
    }

    @Test
    void aByteOrderMarkAndNotesMayStandThere() throws UnfitFileException {
        Controls read = ControlsReader.read("\ufeff{\"version\": 1, \"comment\": \"ours\", \"time\": [{\"url\": \"HTTPS://time.example\", "
                + "\"source\": \"x\"}]}");
        assertEquals(1, read.time().size());
        assertTrue(read.canaries().isEmpty());
        assertFalse(ControlsReader.builtIn().tcp().isEmpty());
    }

    /// Each names the entry and what it needs.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"tcp\": [{\"host\": \"a.example\", \"port\": 587}, {\"host\": \"b.example\", \"port\": 587, \"smtp\": \"yes\"}]|\"tcp\" (number 2)|\"smtp\"",
        "\"tcp\": [{\"host\": \"a.example\", \"port\": \"587\"}]|\"tcp\" (number 1)|\"port\"",
        "\"tcp\": [{\"host\": \"a.example\", \"port\": 587.5}]|\"tcp\" (number 1)|\"port\"",
        "\"tcp\": [{\"host\": \"http://a.example\", \"port\": 587}]|\"tcp\" (number 1)|\"host\"",
        "\"tcp\": [{\"host\": \"a.example\", \"port\": 587, \"stmp\": true}]|\"tcp\" (number 1)|\"stmp\"",
        "\"tcp\": [\"a.example\"]|\"tcp\" (number 1)|object",
        "\"tcp\": {\"host\": \"a.example\"}|\"tcp\"|list",
        "\"http\": [{\"url\": \"http://a.example\", \"status\": \"204\"}]|\"http\" (number 1)|\"status\"",
        "\"http\": [{\"url\": \"http://a.example\", \"body\": 7}]|\"http\" (number 1)|\"body\"",
        "\"http\": [{\"url\": \"ftp://x\"}]|\"http\" (number 1)|\"url\"",
        "\"time\": [{\"url\": \"https://\"}]|\"time\" (number 1)|\"url\"",
        "\"canary\": [{\"host\": 7}]|\"canary\" (number 1)|\"host\"",
        "\"canaries\": []|\"canaries\"|nothing"})
    void whatIsNotMeantIsNamed(String json, String entry, String what) {
        var trouble = assertThrows(UnfitFileException.class, () -> ControlsReader.read("{\"version\": 1, " + json + "}"));
        String said = FileWords.sentence(trouble, "a.json", Locale.ENGLISH);
        assertTrue(said.contains(entry) && said.contains(what), said);
    }
}
