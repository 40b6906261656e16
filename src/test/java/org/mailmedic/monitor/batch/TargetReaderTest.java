package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

final class TargetReaderTest {
    private static final Settings NOTHING = Settings.of("");
    private final BatchWords words = new BatchWords(Locale.ENGLISH);

    private static List<Target> read(byte[] list, Settings usual) throws IOException, Unfit {
        var reader = TargetReader.open(new ByteArrayInputStream(list), usual, Options.usual());
        List<Target> all = new ArrayList<>();
        for (Optional<Target> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static List<Target> read(String list) throws IOException, Unfit {
        return read(list.getBytes(StandardCharsets.UTF_8), NOTHING);
    }

    private static Target.Server server(Target target) {
        return assertInstanceOf(Target.Server.class, target);
    }

    private String sentence(Target target) {
        return words.sentence(assertInstanceOf(Target.Unusable.class, target, target::toString).why());
    }

    private String refusal(String list) {
        return words.sentence(assertThrows(Unfit.class, () -> read(list)));
    }

    /// As spreadsheets on Windows save "Unicode text"; letters of two halves included.
    @Test
    void aListInUtf16IsReadByItsMark() throws IOException, Unfit {
        String list = "id,host,port,user\r\nmüller-\ud83d\ude00,mail.example.org,465,anna\r\n" + "b,mail.example.net,587,bert\r\n".repeat(1)
                + ("x".repeat(100) + ",mail.example.com,25,\ud83d\ude00\r\n");
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            List<Target> all = read(("\ufeff" + list).getBytes(charset), NOTHING);
            assertEquals(List.of("müller-\ud83d\ude00", "b", "x".repeat(100)), all.stream().map(Target::id).toList());
            assertEquals(Optional.of("\ud83d\ude00"), server(all.get(2)).settings().login().userName());
        }
    }

    @Test
    void everyFieldOfAJsonLine() throws IOException, Unfit {
        Target.Server all = server(read("""
                {"id": "shop-1", "host": "mail.example.org", "port": 465, "security": "tls", "user": "anna", "password_file": "/run/pw", \
                "from": "a@example.org", "to": "b@example.org", "symptom": "website", "profile": "quick", "timeout": 2.5}
                """).getFirst());
        assertEquals("shop-1", all.id());
        assertEquals("mail.example.org", all.settings().host());
        assertEquals(OptionalInt.of(465), all.settings().port());
        assertEquals(Security.TLS, all.settings().security());
        assertEquals(Optional.of("anna"), all.settings().login().userName());
        assertEquals(Optional.of(new SecretSource.PasswordFile("/run/pw")), all.secret());
        assertEquals("a@example.org", all.settings().from().orElseThrow().toString());
        assertEquals("website", all.settings().symptom().id());
        assertEquals(Options.Profile.QUICK, all.options().profile());
        assertEquals(Duration.ofMillis(2500), all.options().timeout());
    }

    @Test
    void aLineWithoutAnIdIsCalledByItsNumber() throws IOException, Unfit {
        List<Target> all = read("\n{\"host\":\"a.test\"}\n\n{\"id\":17,\"domain\":\"b.test\"}");
        assertEquals(List.of("2", "17"), all.stream().map(Target::id).toList());
        assertEquals("b.test", assertInstanceOf(Target.Domain.class, all.getLast()).domain());
    }

    @Test
    void csvWithQuotesAndLineEndsInsideThem() throws IOException, Unfit {
        List<Target> all = read("\uFEFFid,Host,port,password-env\r\n\"a, \"\"b\"\"\nc\",mail.test,,PW\r\n  ,\"x.test\", 25 ,\r\n");
        assertEquals("a, \"b\"\nc", all.getFirst().id());
        assertEquals(Optional.of(new SecretSource.PasswordVariable("PW")), server(all.getFirst()).secret());
        assertEquals(OptionalInt.of(25), server(all.getLast()).settings().port());
        assertEquals("4", all.getLast().id());
        assertEquals(2, all.size());
    }

    @Test
    void csvAsSpreadsheetsWriteIt() throws IOException, Unfit {
        assertEquals(OptionalInt.of(25), server(read("host;port\na.test;25\n").getFirst()).settings().port());
        assertEquals(OptionalInt.of(25), server(read("host\tport\na.test\t25\n").getFirst()).settings().port());
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineAlone() throws IOException, Unfit {
        List<Target> all = read("id,host\na,a.test\n\"b,b.test\nc,c.test\nd,d.test\n");
        assertEquals(List.of("a", "3", "c", "d"), all.stream().map(Target::id).toList());
        assertTrue(sentence(all.get(1)).contains("not closed"), sentence(all.get(1)));
        List<Target> later = read("id,host\n\"b,b.test\nc,\"c.test\"\nd,d.test\n");
        assertEquals(List.of("2", "c", "d"), later.stream().map(Target::id).toList());
    }

    @Test
    void aLineOfAMillionCharactersIsOneBadLine() throws IOException, Unfit {
        List<Target> all = read("{\"id\":\"" + "x".repeat(1_000_000) + "\",\"host\":\"a.test\"}\n{\"host\":\"b.test\"}\n");
        assertTrue(sentence(all.getFirst()).contains("longer than"), sentence(all.getFirst()));
        assertEquals("b.test", server(all.getLast()).settings().host());
    }

    @Test
    void aLineThatIsNotUtf8IsOneBadLine() throws IOException, Unfit {
        byte[] list = "{\"host\":\"a.test\"}\n{\"host\":\"\u00fc.test\"}\n{\"host\":\"c.test\"}".getBytes(StandardCharsets.ISO_8859_1);
        List<Target> all = read(list, NOTHING);
        assertEquals(3, all.size());
        assertTrue(sentence(all.get(1)).contains("UTF-8"), sentence(all.get(1)));
    }

    @Test
    void anIdThatComesTwiceIsSaidAtTheSecond() throws IOException, Unfit {
        List<Target> all = read("{\"id\":\"a\",\"host\":\"a.test\"}\n{\"id\":\"a\",\"host\":\"b.test\"}");
        server(all.getFirst());
        assertTrue(sentence(all.getLast()).contains("earlier line"), sentence(all.getLast()));
        assertEquals("b.test", all.getLast().server());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"host\":\"a.test\",\"prot\":25}|Did you mean port?",
        "{\"host\":\"a.test\",\"colour\":\"red\"}|no field colour",
        "{\"host\":\"a.test\",\"port\":0}|1 to 65535, not: 0",
        "{\"host\":\"a.test\",\"port\":65536}|1 to 65535, not: 65536",
        "{\"host\":\"a.test\",\"port\":25.5}|1 to 65535, not: 25.5",
        "{\"host\":\"a.test\",\"port\":1e400}|1 to 65535",
        "{\"host\":\"a.test\",\"port\":[25]}|1 to 65535",
        "{\"host\":\"a.test\",\"port\":true}|1 to 65535",
        "{\"host\":\"a.test\",\"port\":\"smtp\"}|1 to 65535, not: smtp",
        "{\"host\":5}|host takes text",
        "{\"host\":{\"name\":\"a\"}}|host takes text",
        "{\"port\":25}|neither a host nor a domain",
        "{\"host\":\"a.test\",\"domain\":\"a.test\"}|Use a line for each",
        "{\"host\":\"a.test\",\"security\":\"ssl\"}|auto, tls, starttls, none, not: ssl",
        "{\"host\":\"a.test\",\"symptom\":\"phone\"}|website, mail-program",
        "{\"host\":\"a.test\",\"profile\":\"deep\"}|quick, full",
        "{\"host\":\"a.test\",\"from\":\"nobody\"}|e-mail address",
        "{\"host\":\"a.test\",\"timeout\":0}|0.1 to 300, not: 0",
        "{\"host\":\"a.test\",\"timeout\":1e999999999}|0.1 to 300",
        "{\"host\":\"a.test\",\"timeout\":\"long\"}|0.1 to 300",
        "{\"host\":\"a.test\",\"host\":\"b.test\"}|no JSON object of plain values",
        "{\"host\":\"a.test\"|no JSON object of plain values",
        "{\"host\":\"a.test\"} {}|no JSON object of plain values",
        "{\"host\":\"a.test\",\"password_file\":\"f\",\"password_env\":\"V\"}|Only one of",
    })
    void aBadLineHasItsSentenceAndStopsNothing(String line, String said) throws IOException, Unfit {
        List<Target> all = read(line + "\n{\"host\":\"next.test\"}\n");
        assertTrue(sentence(all.getFirst()).contains(said), sentence(all.getFirst()));
        assertEquals("next.test", server(all.getLast()).settings().host());
    }

    @ParameterizedTest
    @CsvSource({"password", "Password", "passwd", "pass", "token", "access-token", "secret", "pwd"})
    void aPasswordInTheListIsRefusedAndNotRepeated(String field) throws IOException, Unfit {
        String json = sentence(read("{\"host\":\"a.test\",\"" + field + "\":\"geheim-77\"}").getFirst());
        List<Target> csv = read("host," + field + "\na.test,geheim-77\nb.test,\n");
        assertTrue(json.contains("no place for a password") && !json.contains("geheim"), json);
        assertFalse(sentence(csv.getFirst()).contains("geheim"));
        server(csv.getLast());
    }

    @Test
    void listsOfWhichNothingCanBeUsed() {
        assertTrue(refusal("").contains("empty"));
        assertTrue(refusal("\n \n").contains("empty"));
        assertTrue(refusal("id,host\n \n").contains("empty"), "a header alone");
        assertTrue(refusal("[{\"host\":\"a.test\"}]").contains("one JSON object a line"));
        assertTrue(refusal("id,prot,host\n").contains("Column 2 of the header is not known. Did you mean port?"));
        assertTrue(refusal("id,host,host\n").contains("twice"));
        assertTrue(refusal("id,port\n1,25\n").contains("names no column"));
        assertTrue(refusal("h\0o\0s\0t\0").contains("UTF-8"));
        String headless = refusal("mail.test,587,anna,geheim-77\n");
        assertTrue(headless.contains("Column 1") && !headless.contains("geheim"), headless);
    }

    @Test
    void rowsThatDoNotFitTheHeader() throws IOException, Unfit {
        List<Target> all = read("id,host\na,a.test,more\nb\nc,\"c\"x\nd,d\"d\ne,e.test\n");
        assertTrue(sentence(all.get(0)).contains("3 values, and the header has 2"), sentence(all.get(0)));
        assertTrue(sentence(all.get(1)).contains("1 value, and"), sentence(all.get(1)));
        assertTrue(sentence(all.get(2)).contains("inside a value"), sentence(all.get(2)));
        assertTrue(sentence(all.get(3)).contains("inside a value"), sentence(all.get(3)));
        server(all.get(4));
    }

    @Test
    void whatALineLeavesOutIsAsForAll() throws IOException, Unfit {
        try (Secret secret = Secret.of("pw")) {
            Settings usual = Settings.of("usual.test").withPort(2525).withLogin(new Login.Password("anna", secret));
            String list = "{\"id\":\"a\"}\n{\"id\":\"b\",\"host\":\"b.test\",\"user\":\"bert\",\"port\":25}";
            List<Target> all = read(list.getBytes(StandardCharsets.UTF_8),
                    usual);
            assertEquals("usual.test", server(all.getFirst()).settings().host());
            assertEquals(OptionalInt.of(2525), server(all.getFirst()).settings().port());
            assertEquals(Optional.of("bert"), server(all.getLast()).settings().login().userName());
            assertEquals(new SecretSource.Shared(secret, false), server(all.getLast()).secret().orElseThrow());
        }
    }

    @Test
    void aServerHasOneSpelling() throws IOException, Unfit {
        List<Target> all = read("{\"host\":\"Mail.Example.ORG.\"}\n{\"host\":\"mail.example.org\"}\n"
                + "{\"host\":\"[::1]\"}\n{\"host\":\"::1\"}");
        assertEquals(all.get(0).server(), all.get(1).server());
        assertEquals(all.get(2).server(), all.get(3).server());
    }
}
