package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.evidence.Span;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

final class EvidenceWordsTest {
    private static final Span SPAN = new Span(10, 210);
    private static final Route TARGET = new Route(Route.Role.TARGET, "mail.example", address("192.0.2.1"), 587, Mode.PLAIN);

    private final EvidenceWords words = new EvidenceWords(Locale.ENGLISH);

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void says(String line, String brief, Evidence evidence) {
        assertEquals(Optional.of(line), words.line(evidence));
        assertEquals(Optional.of(brief), words.brief(evidence));
    }

    @Test
    void nameLookups() {
        says("The name mail.example leads to 192.0.2.1 and 192.0.2.2", "2 addresses", lookup("system", "192.0.2.1", "192.0.2.2"));
        says("The name mail.example leads to 2001:db8::1", "1 address", lookup("system", "2001:db8::1"));
        says("Another name server (9.9.9.9) says: 192.0.2.1", "1 address", lookup("9.9.9.9", "192.0.2.1"));
        says("The name mail.example does not exist", "no such name",
                new Evidence.NameLookup("system", "mail.example", "any", SPAN, Outcome.failed(Failure.NAME_NOT_FOUND, "")));
        says("Another name server (9.9.9.9) has no answer: no answer came in time", "no answer",
                new Evidence.NameLookup("9.9.9.9", "mail.example", "A", SPAN, Outcome.failed(Failure.TIMEOUT, "")));
    }

    private static Evidence lookup(String resolver, String... addresses) {
        var all = new ArrayList<InetAddress>();
        for (String each : addresses) {
            all.add(address(each));
        }
        return new Evidence.NameLookup(resolver, "mail.example", "any", SPAN, Outcome.of(new Evidence.Answer(all, List.of())));
    }

    @Test
    void connects() {
        says("Port 587 answered (192.0.2.1)", "port 587 open",
                new Evidence.TcpConnect(TARGET, SPAN, Outcome.of(new Evidence.Connected("192.0.2.9"))));
        says("Port 587 stayed silent (192.0.2.1)", "port 587 silent", connect(TARGET, Failure.TIMEOUT));
        says("Port 587 refused the connection (192.0.2.1)", "port 587 refused", connect(TARGET, Failure.REFUSED));
        says("Port 587 at mail.example: no answer came in time", "port 587 silent",
                connect(TARGET.as(Route.Role.CONTROL), Failure.TIMEOUT));
        says("As it should be, nobody answered for an address that cannot answer", "port 587 silent",
                connect(TARGET.as(Route.Role.CANARY), Failure.TIMEOUT));
        says("Port 587 did not let us in (192.0.2.1): the network said that the server cannot be reached", "port 587 closed",
                connect(TARGET, Failure.HOST_UNREACHABLE));
    }

    private static Evidence connect(Route route, Failure failure) {
        return new Evidence.TcpConnect(route, SPAN, Outcome.failed(failure, ""));
    }

    @Test
    void greetings() {
        says("It greeted us after 0.2 s", "greeted after 0.2 s",
                new Evidence.Greeting(TARGET, SPAN, 200, "", Outcome.of(new Reply(220, List.of("mail.example ESMTP")))));
        says("It sent us away with its first words: 554 5.7.1 No", "sent us away",
                new Evidence.Greeting(TARGET, SPAN, 20, "", Outcome.of(new Reply(554, List.of("5.7.1 No")))));
        says("It said nothing for 0.2 s", "silent", new Evidence.Greeting(TARGET, SPAN, -1, "", Outcome.failed(Failure.TIMEOUT, "")));
    }

    @Test
    void introductions() {
        var offered = new Capabilities(new Reply(250, List.of("mail.example hello", "SIZE 1000", "STARTTLS")));
        says("It calls itself mail.example and offers 2 features", "introduced",
                new Evidence.Hello(TARGET, false, "EHLO", SPAN, Outcome.of(offered)));
        var one = new Capabilities(new Reply(250, List.of("mail.example hello", "STARTTLS")));
        says("Inside the encryption it offers 1 feature", "introduced", new Evidence.Hello(TARGET, true, "EHLO", SPAN, Outcome.of(one)));
    }

    @Test
    void encryption() throws Exception {
        says("TLS 1.3, certificate valid until 28 October 2126", "TLS 1.3",
                handshake(List.of(), Outcome.of(new Evidence.TlsSession("TLSv1.3", "X"))));
        says("TLS 1.2, but the certificate does not prove that this is mail.example", "certificate in doubt",
                handshake(List.of(CertificateProblem.EXPIRED), Outcome.of(new Evidence.TlsSession("TLSv1.2", "X"))));
        says("It speaks TLS 1.0 at best, which is too old to be safe", "TLS 1.0 is too old",
                new Evidence.TlsHandshake(TARGET, false, SPAN, Optional.empty(), "", Optional.of("TLSv1"),
                        Outcome.failed(Failure.TLS_ALERT, "")));
        says("The encryption could not be set up: the answer was not encrypted", "not encrypted",
                new Evidence.TlsHandshake(TARGET, false, SPAN, Optional.empty(), "220", Optional.empty(),
                        Outcome.failed(Failure.NOT_TLS, "")));
    }

    private static Evidence handshake(List<CertificateProblem> problems, Outcome<Evidence.TlsSession> outcome) throws IOException,
            CertificateException {
        try (var pem = EvidenceWordsTest.class.getResourceAsStream("/org/mailmedic/report/leaf.pem")) {
            var leaf = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return new Evidence.TlsHandshake(TARGET, false, SPAN,
                    Optional.of(new CertificateFacts(List.of(leaf), problems, List.of(), true, true)), "",
                    Optional.empty(), outcome);
        }
    }

    @Test
    void signIn() {
        says("The server accepted the sign-in (SCRAM-SHA-256)", "signed in",
                new Evidence.SignIn(TARGET, "SCRAM-SHA-256", SPAN, Outcome.of(new Reply(235, List.of("ok")))));
        says("The server did not accept the sign-in: 535 5.7.8 no", "not accepted",
                new Evidence.SignIn(TARGET, "PLAIN", SPAN, Outcome.of(new Reply(535, List.of("5.7.8 no")))));
        says("The password was held back, because the connection is not safe for it", "password held back",
                new Evidence.SignIn(TARGET, "", SPAN, new Outcome.Skipped<>(Outcome.Reason.WITHHELD)));
    }

    @Test
    void whatWasNotLookedAtSaysNothing() {
        for (var reason : List.of(Outcome.Reason.NOT_ASKED, Outcome.Reason.CANCELLED, Outcome.Reason.NOT_NEEDED,
                Outcome.Reason.CANNOT_SUCCEED)) {
            assertEquals(Optional.empty(), words.line(new Evidence.SignIn(TARGET, "", SPAN, new Outcome.Skipped<>(reason))));
        }
    }

    @Test
    void ourOwnFaultIsOurs() {
        var defect = new Evidence.Defect("greeting", Stage.GREETING, SPAN, new Outcome.Broke<>(new IllegalStateException("secret detail")));
        says("A fault of Mail Medic itself ended this look; the check-up goes on", "our own fault", defect);
    }

    @Test
    void aHostileServerNameStaysInert() {
        var offered = new Capabilities(new Reply(250, List.of("\u001b[31m{port}\u202e" + "x".repeat(500) + " hello", "SIZE")));
        String line = words.line(new Evidence.Hello(TARGET, false, "EHLO", SPAN, Outcome.of(offered))).orElseThrow();
        assertFalse(line.codePoints().anyMatch(PlainText::dangerous), line);
        assertTrue(line.contains("{port}") && line.length() < 200, line);
    }

    @Test
    void everyFailureOfEveryKindHasItsLine() {
        for (Failure failure : Failure.values()) {
            for (Route.Role role : Route.Role.values()) {
                Route route = TARGET.as(role);
                List<Evidence> all = List.of(connect(route, failure),
                        new Evidence.NameLookup("system", "mail.example", "any", SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.Greeting(route, SPAN, -1, "", Outcome.failed(failure, "raw")),
                        new Evidence.Hello(route, false, "EHLO", SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.StartTls(route, SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.TlsHandshake(route, true, SPAN, Optional.empty(), "", Optional.empty(),
                                Outcome.failed(failure, "raw")),
                        new Evidence.SignIn(route, "PLAIN", SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.EnvelopeReply(route, Evidence.Part.SENDER, SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.EnvelopeReply(route, Evidence.Part.RECIPIENT, SPAN, Outcome.failed(failure, "raw")),
                        new Evidence.TestMessage(route, Stage.MESSAGE, SPAN, Outcome.failed(failure, "raw")));
                for (Evidence evidence : all) {
                    String line = words.line(evidence).orElseThrow();
                    String brief = words.brief(evidence).orElseThrow();
                    assertTrue(line.contains(" ") && !line.contains("{") && !line.contains("  "), line);
                    assertTrue(brief.length() <= EvidenceWords.SHORT && !brief.contains("…") && !brief.contains(".failed"), brief);
                }
            }
        }
    }

    @Test
    void everyStationIsBusyInWords() {
        for (Stage stage : Stage.values()) {
            assertTrue(words.busy(stage).endsWith("…") && words.busy(stage).length() <= EvidenceWords.SHORT, words.busy(stage));
        }
    }
}
