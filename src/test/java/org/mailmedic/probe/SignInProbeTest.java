package org.mailmedic.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.ScriptedServer;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Settings;

@Timeout(60)
final class SignInProbeTest {
    private static final Settings PERSON = Settings.of("127.0.0.1").withLogin(new Login.Password("tim", Secret.of("tanstaaftanstaaf")));

    private List<String> heard = List.of();
    private List<String> transcript = List.of();

    /// Signs in at a server that gives these replies, one after the other, and then is silent.
    private List<SignIn> signIn(Settings settings, String offered, String... replies) throws IOException {
        var queue = new ArrayDeque<>(List.of(replies));
        try (var server = ScriptedServer.start(peer -> {
            peer.say("220 practice.test\r\n");
            while (!queue.isEmpty() && peer.line() != null) {
                peer.say(queue.poll() + "\r\n");
            }
            peer.untilGone();
        })) {
            var bench = Bench.with(server, settings);
            try (Visit visit = bench.greeted()) {
                return new SignInProbe(bench.instruments())
                        .signIn(visit, new Capabilities(new Reply(250, List.of("practice.test", "AUTH " + offered))));
            } finally {
                heard = server.heard();
                transcript = bench.transcript();
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String codes(List<SignIn> looks) {
        return String.join(" ", looks.stream().map(look -> look.mechanism() + ":" + look.outcome().seen().map(r -> String.valueOf(r.code()))
                .orElseGet(() -> look.outcome().failure().map(Failure::name).orElse("skipped"))).toList());
    }

    @Test
    void plainInOneLine() throws IOException {
        assertEquals("PLAIN:235", codes(signIn(PERSON, "PLAIN LOGIN", "235 2.7.0 ok")));
        assertEquals(List.of("AUTH PLAIN " + base64("\0tim\0tanstaaftanstaaf")), heard);
        assertTrue(transcript.contains("AUTH PLAIN ••••"));
        assertFalse(transcript.toString().contains(base64("\0tim\0tanstaaftanstaaf")));
    }

    @Test
    void loginInThree() throws IOException {
        assertEquals("LOGIN:235", codes(signIn(PERSON, "LOGIN", "334 " + base64("Username:"), "334 UGFzc3dvcmQ6", "235 ok")));
        assertEquals(List.of("AUTH LOGIN", base64("tim"), base64("tanstaaftanstaaf")), heard);
        assertFalse(transcript.toString().contains(base64("tanstaaftanstaaf")));
    }

    /// RFC 2195 §2, by the wire.
    @Test
    void cramMd5() throws IOException {
        assertEquals("CRAM-MD5:535", codes(signIn(PERSON, "PLAIN CRAM-MD5", "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+",
                "535 5.7.8 no")));
        assertEquals("dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw", heard.getLast());
    }

    @Test
    void aTokensRefusalIsHeardOut() throws IOException {
        Settings token = PERSON.withLogin(new Login.AccessToken("tim@example.org", Secret.of("ya29.token")));
        assertEquals("XOAUTH2:535", codes(signIn(token, "XOAUTH2", "334 " + base64("{\"status\":\"401\"}"), "535 5.7.8 no")));
        assertEquals("", heard.getLast());
        assertEquals("OAUTHBEARER:535",
                codes(signIn(token, "XOAUTH2 OAUTHBEARER", "334 " + base64("{\"status\":\"invalid_token\"}"), "535 no")));
        assertEquals("AQ==", heard.getLast());
    }

    @ParameterizedTest
    @CsvSource({"504 5.5.4 unrecognized, 2", "534 5.7.9 mechanism is too weak, 2", "535 5.7.8 wrong, 1",
            "534 5.7.9 application-specific password required, 1",
            "454 4.7.0 later, 1", "538 5.7.11 encryption required, 1", "530 5.7.0 first STARTTLS, 1", "421 4.7.0 busy, 1",
                    "501 5.5.2 cannot decode, 1"})
    void aSecondMechanismOnlyWhenTheFirstIsNotKnown(String reply, int attempts) throws IOException {
        List<SignIn> looks = signIn(PERSON, "PLAIN LOGIN CRAM-MD5", reply, reply, reply);
        assertEquals(attempts, looks.size(), () -> codes(looks));
        assertEquals(attempts, heard.stream().filter(line -> line.startsWith("AUTH ")).count());
    }

    @Test
    void neverAThird() throws IOException {
        assertEquals("SCRAM-SHA-256:504 CRAM-MD5:504",
                codes(signIn(PERSON, "PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256", "504 a", "504 b", "504 c", "504 d")));
    }

    @Test
    void noneWhenNothingFits() throws IOException {
        List<SignIn> looks = signIn(PERSON, "NTLM XOAUTH2");
        assertEquals(List.of(new Outcome.Skipped<Reply>(Outcome.Reason.CANNOT_SUCCEED)), looks.stream().map(SignIn::outcome).toList());
        assertEquals(List.of(), heard);
        assertEquals(":skipped", codes(signIn(PERSON.withMechanism("LOGIN"), "PLAIN")), "the forced one is not offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"334 not base64 at all!", "334 r=nonsense", "334"})
    void aSenselessChallengeIsNotAnswered(String challenge) throws IOException {
        assertEquals("SCRAM-SHA-1:BAD_CHALLENGE", codes(signIn(PERSON, "SCRAM-SHA-1", challenge, "501 cancelled")));
        assertEquals("*", heard.getLast(), "RFC 4954 §4");
    }

    @Test
    void aServerThatAsksOnAndOnIsLeft() throws IOException {
        Settings token = PERSON.withLogin(new Login.AccessToken("tim", Secret.of("t")));
        assertEquals("XOAUTH2:BAD_CHALLENGE",
                codes(signIn(token, "XOAUTH2", "334 ", "334 ", "334 ", "334 ", "334 ", "334 ", "334 ", "334 ", "334 ", "334 ")));
        assertTrue(heard.size() <= 10);
    }

    /// A server that says yes to SCRAM without proof may be anybody.
    @Test
    void aYesWithoutProofIsNoYes() throws IOException {
        assertEquals("SCRAM-SHA-1:SERVER_NOT_PROVEN", codes(signIn(PERSON, "SCRAM-SHA-1", "235 2.7.0 welcome")));
    }

    /// Many rounds of a server's choice (RFC 5802 §5.1) take a slow computer longer than a step: its own time is not the server's.
    @Test
    void whatThisComputerTakesToAnswerIsNotTheServersTime() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.say("220 practice.test\r\n");
            peer.line();
            peer.say("334 " + base64("<1896.697170952@postoffice.reston.mci.net>") + "\r\n");
            peer.line();
            peer.say("235 2.7.0 signed in\r\n");
            peer.untilGone();
        })) {
            var bench = Bench.withSlowAnswers(server, PERSON);
            try (Visit visit = bench.greeted()) {
                var looks = new SignInProbe(bench.instruments())
                        .signIn(visit, new Capabilities(new Reply(250, List.of("practice.test", "AUTH CRAM-MD5"))));
                assertEquals("CRAM-MD5:235", codes(looks));
            }
        }
    }

    @Test
    void silenceAndEndAreSeen() throws IOException {
        try (var server = ScriptedServer.start(peer -> {
            peer.say("220 practice.test\r\n");
            peer.line();
        })) {
            var bench = Bench.with(server, PERSON);
            try (Visit visit = bench.greeted()) {
                var looks = new SignInProbe(bench.instruments())
                        .signIn(visit, new Capabilities(new Reply(250, List.of("m", "AUTH PLAIN"))));
                assertTrue(List.of("PLAIN:CLOSED", "PLAIN:RESET").contains(codes(looks)));
            }
        }
    }
}
