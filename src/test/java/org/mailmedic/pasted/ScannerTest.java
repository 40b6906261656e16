package org.mailmedic.pasted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.pasted.Token.Call;
import org.mailmedic.pasted.Token.Pair;

final class ScannerTest {
    @Test
    void assignmentsOfManyLanguages() {
        assertEquals(List.of(new Pair("HOST", "a.example", false, 1)), Scanner.scan("export HOST=a.example # ours"));
        assertEquals(List.of(new Pair("host", "a.example", true, 1)), Scanner.scan("$config['host'] = 'a.example';"));
        assertEquals(List.of(new Pair("host", "a.example", true, 1)), Scanner.scan("\"host\": \"a.example\","));
        assertEquals(List.of(new Pair("host", "a.example", true, 1)), Scanner.scan("<host>a.example</host>"));
        assertEquals(List.of(new Pair("$mail->Host", "a.example", true, 1)), Scanner.scan("$mail->Host = \"a.example\";"));
        assertEquals(List.of(new Pair("host", "a.example", true, 1)), Scanner.scan("host = \"\"\"a.example\"\"\""));
    }

    @Test
    void aValueInTheMiddleOfALineIsOneWord() {
        assertEquals(List.of(new Pair("host", "a", false, 1), new Pair("port", "25", false, 1)), Scanner.scan("x host=a port=25"));
    }

    @Test
    void aStringThatIsWorkedOutIsAVariable() {
        assertEquals(List.of(new Pair("host", "${}", false, 1)), Scanner.scan("host = f\"mail.{domain}\""));
        assertEquals(List.of(new Pair("host", "mail.{domain}", true, 1)), Scanner.scan("host = \"mail.{domain}\""));
    }

    @Test
    void aNameWithItsAddressIsOneValue() {
        assertEquals(List.of(new Pair("from", "\"Anna\" <anna@example.org>", true, 1)), Scanner.scan("from: \"Anna\" <anna@example.org>"));
    }

    @Test
    void callsAndWhatStandsInThem() {
        assertEquals(List.of(new Call("login", List.of(new Pair("", "anna", true, 1), new Pair("", "587", false, 1)), 1)),
                Scanner.scan("login('anna',\n587)"));
        assertEquals(List.of(new Call("array", List.of(), 1), new Pair("host", "a", true, 1)), Scanner.scan("array('host' => 'a')"));
    }

    @Test
    void aRowOfADatabase() {
        assertEquals(List.of(new Pair("smtp_host", "a.example", true, 1)), Scanner.scan("(7, 'smtp_host', 'a.example', 'yes')"));
        assertEquals(List.of(), Scanner.scan("(7, 'host', 'a.example')"));
    }

    @Test
    void whatIsCommentedOutIsNotSeen() {
        assertEquals(List.of(new Pair("b", "2", false, 3)), Scanner.scan("# a=1\n/* c=3\nd=4 */ b=2"));
    }

    @Test
    void aFallbackIsNoAssignment() {
        assertEquals(List.of(), Scanner.scan("${HOST:-a.example}"));
    }

    @Test
    void aVariableInQuotes() {
        assertEquals(List.of(new Pair("SMTP_HOST", "a.example", true, 1)), Scanner.scan("- \"SMTP_HOST=a.example\""));
        assertEquals(List.of(), Scanner.scan("- \"host=a.example\""));
    }
}
