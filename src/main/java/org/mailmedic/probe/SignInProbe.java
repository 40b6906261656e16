package org.mailmedic.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.evidence.Capabilities;
import org.mailmedic.evidence.Evidence.SignIn;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.sasl.Mechanism;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.SaslMechanisms;

/// Signs in (RFC 4954), once. A second mechanism is only tried when the server said that it does not know the first one (504), or
/// that it is too weak (534), because every other refusal counts against the account.
public final class SignInProbe {
    private static final String HIDDEN = "••••";
    /// `v=` and something behind it, in base64.
    private static final Pattern PROOF = Pattern.compile("dj[0-3][A-Za-z0-9+/]{8,400}=*");
    private static final int MOST_ROUNDS = 8;
    private static final long OWN_COMPUTING = 50_000_000;
    private final Instruments instruments;

    public SignInProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @return one look for each mechanism that was tried, or one that says why none was
    public List<SignIn> signIn(Visit visit, Capabilities offered) {
        var settings = instruments.settings();
        List<SignIn> looks = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        while (true) {
            Optional<String> name = SaslMechanisms.choose(settings.login(), offered.mechanisms(), settings.mechanism(), tried);
            if (name.isEmpty()) {
                if (looks.isEmpty()) {
                    looks.add(skipped(visit, Outcome.Reason.CANNOT_SUCCEED));
                }
                return looks;
            }
            tried.add(name.get());
            SignIn look = tryOne(visit, settings.login(), name.get());
            looks.add(look);
            if (looks.size() > 1 || !mayTryAnother(look.outcome())) {
                return looks;
            }
        }
    }

    public SignIn skipped(Visit visit, Outcome.Reason because) {
        return new SignIn(visit.route(), "", instruments.since(instruments.now()), new Outcome.Skipped<>(because));
    }

    private static boolean mayTryAnother(Outcome<Reply> outcome) {
        return outcome.seen().map(reply -> reply.code() == 504 || (reply.code() == 534 && reply.text().toLowerCase(Locale.ROOT)
                .contains("weak")))
                .orElse(false);
    }

    private SignIn tryOne(Visit visit, Login login, String name) {
        long start = instruments.now();
        Outcome<Reply> outcome;
        try {
            Mechanism mechanism = Mechanism.of(name, login, visit.route().host(), visit.route().port()).orElseThrow();
            outcome = converse(visit, mechanism, instruments.step());
        } catch (IOException problem) {
            outcome = Failures.talking(problem);
        }
        return new SignIn(visit.route(), name, instruments.since(start), outcome);
    }

    private Outcome<Reply> converse(Visit visit, Mechanism mechanism, Deadline deadline) throws IOException {
        Deadline now = deadline;
        Reply reply = begin(visit, mechanism, now);
        for (int round = 0; reply.code() == 334 && round < MOST_ROUNDS; round++) {
            byte[] answer;
            long began = instruments.now();
            keepProof(visit, reply.text());
            try {
                answer = mechanism.respond(Base64.getMimeDecoder().decode(reply.text().getBytes(StandardCharsets.US_ASCII)));
            } catch (Mechanism.BadChallenge | IllegalArgumentException senseless) {
                visit.dialogue().command("*", now);
                return Outcome.failed(Failure.BAD_CHALLENGE, String.valueOf(senseless.getMessage()));
            }
            if (instruments.now() - began > OWN_COMPUTING) {
                // what took this computer long is not the server's time
                now = instruments.step();
            }
            reply = visit.dialogue().secretCommand(encodedAndWiped(answer), HIDDEN, now);
        }
        if (reply.code() == 334) {
            return Outcome.failed(Failure.BAD_CHALLENGE, "the server asked on and on");
        }
        if (reply.positive()) {
            provenByFinalReply(visit, mechanism, reply);
            if (!mechanism.serverProven()) {
                return Outcome.failed(Failure.SERVER_NOT_PROVEN, "the server did not prove that it knows the password");
            }
        }
        return Outcome.of(reply);
    }

    /// The server's proof (RFC 5802 §7, server-final-message) is made from the password: whoever has it can try passwords against it.
    private static void keepProof(Visit visit, String word) {
        if (PROOF.matcher(word).matches()) {
            visit.dialogue().secretReply(word);
        }
    }

    /// A server may put its proof into the 235 itself (RFC 4954 §4, "additional data with success").
    private static void provenByFinalReply(Visit visit, Mechanism mechanism, Reply reply) {
        if (!mechanism.serverProven()) {
            try {
                String data = reply.enhanced().isPresent() ? reply.text().substring(reply.enhanced().get().length()).strip() : reply.text();
                keepProof(visit, data.split("\\s+")[0]);
                mechanism.respond(Base64.getDecoder().decode(data.split("\\s+")[0]));
            } catch (Mechanism.BadChallenge | IllegalArgumentException noProof) {
                // serverProven stays false and says so
            }
        }
    }

    private static Reply begin(Visit visit, Mechanism mechanism, Deadline deadline) throws IOException {
        byte[] initial = mechanism.initial();
        String command = "AUTH " + mechanism.name();
        if (initial == null) {
            return visit.dialogue().command(command, deadline);
        }
        byte[] encoded = encodedAndWiped(initial);
        byte[] line = new byte[command.length() + 1 + encoded.length];
        byte[] head = (command + " ").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(encoded, 0, line, head.length, encoded.length);
        Arrays.fill(encoded, (byte) 0);
        return visit.dialogue().secretCommand(line, command + " " + HIDDEN, deadline);
    }

    private static byte[] encodedAndWiped(byte[] secret) {
        byte[] encoded = Base64.getEncoder().encode(secret);
        Arrays.fill(secret, (byte) 0);
        return encoded;
    }
}
