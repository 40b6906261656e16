package org.mailmedic.diagnosis.observation;

import java.util.Locale;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.diagnosis.reply.ReplyReader.Reading;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// Turns a refusing reply into the finding that its words support, in the light of the connection it came over.
public final class ReplyFindings {
    private static final int BAD_SEQUENCE = 503;
    /// The server asks for a sign-in that it has just taken: its words cannot mean what they say.
    private static final double UNDERSTOOD_OTHERWISE = 0.7;
    private final ReplyReader reader;

    public ReplyFindings(ReplyReader reader) {
        this.reader = reader;
    }

    /// Empty for a positive reply, and for one that says nothing at that stage.
    public Optional<Finding> read(Reply reply, Stage where, Evidence seen, Dialogue dialogue) {
        if (reply.positive()) {
            return Optional.empty();
        }
        if (outOfOrder(reply, where, dialogue)) {
            return Optional.of(Finding.of(Code.AUTH_REQUIRED, 0.8, Facts.of("reply", FactText.quote(reply)).and("where", where.id()),
                    seen));
        }
        return reader.read(reply, where).map(reading -> Finding.of(code(reading, reply, where, dialogue),
                reading.code() == Code.AUTH_REQUIRED && dialogue.signedIn() ? Math.min(UNDERSTOOD_OTHERWISE, reading.confidence())
                        : reading.confidence(),
                reading.facts().and("reply", FactText.quote(reply)).and("where", where.id()), seen)).map(finding -> named(place(finding,
                        where), dialogue));
    }

    /// What is wrong with encryption or sign-in belongs to those stations, wherever the server came to say so; all else to where it was
    /// said.
    private static Finding place(Finding finding, Stage where) {
        String id = finding.code().id();
        return id.startsWith("tls.") || id.startsWith("auth.") ? finding : finding.at(where);
    }

    /// It minds the order of commands (RFC 5321 §4.2.4, 503), and the only one that it offers and did not get is the sign-in.
    private boolean outOfOrder(Reply reply, Stage where, Dialogue dialogue) {
        boolean offersSignIn = dialogue.offers().map(o -> !o.mechanisms().isEmpty()).orElse(false);
        boolean aboutOrder = reader.read(reply, where).filter(ReplyReader.Reading::worded)
                .filter(reading -> reading.code() != Code.SEND_SENDER_REJECTED && reading.code() != Code.SEND_RECIPIENT_REJECTED).isEmpty();
        return reply.code() == BAD_SEQUENCE && (where == Stage.SENDER || where == Stage.RECIPIENT) && offersSignIn && aboutOrder
                && dialogue.signIn().isEmpty() && !dialogue.file().settings().login().hasCredentials();
    }

    /// Which name the server takes, where it minds ours.
    private static Finding named(Finding finding, Dialogue dialogue) {
        return finding.code() != Code.SMTP_HELLO_REJECTED || dialogue.acceptedName().isEmpty() ? finding
                : new Finding(finding.code(), finding.stage(), finding.party(), finding.stops(),
                        finding.facts().and("name", dialogue.acceptedName()), Math.max(0.9, finding.confidence()), finding.because());
    }

    private static boolean deniesAccess(Reply reply) {
        return reply.permanent() && reply.text().toLowerCase(Locale.ROOT).contains("access denied");
    }

    private static Code code(Reading reading, Reply reply, Stage where, Dialogue dialogue) {
        boolean offersTls = dialogue.offers().map(o -> o.offers("STARTTLS")).orElse(false);
        boolean offersSignIn = dialogue.offers().map(o -> !o.mechanisms().isEmpty()).orElse(false);
        boolean stranger = !dialogue.file().settings().login().hasCredentials();
        Code code = reading.code();
        // It hung up on our name, without saying that it is busy, and takes another one.
        if (code == Code.SMTP_OVERLOADED && where == Stage.HELLO && !dialogue.acceptedName().isEmpty()) {
            return Code.SMTP_HELLO_REJECTED;
        }
        if (code == Code.SEND_RELAY_DENIED && stranger && offersSignIn || code == Code.TLS_STARTTLS_REQUIRED && dialogue.encrypted()) {
            return Code.AUTH_REQUIRED;
        }
        // A door that lets only those in who have signed in shuts it on everybody else at the recipient, without saying why.
        if ((code == Code.SEND_RECIPIENT_REJECTED || code == Code.SEND_SENDER_REJECTED) && stranger && offersSignIn
                && deniesAccess(reply)) {
            return Code.AUTH_REQUIRED;
        }
        // A bare 530: before encryption it means STARTTLS if that is on offer.
        if (code == Code.AUTH_REQUIRED && !reading.worded() && offersTls && !dialogue.encrypted()) {
            return Code.TLS_STARTTLS_REQUIRED;
        }
        if (code == Code.AUTH_REQUIRED && dialogue.signedIn()) {
            return where == Stage.SENDER ? Code.SEND_SENDER_REJECTED : Code.SEND_RELAY_DENIED;
        }
        return code;
    }
}
