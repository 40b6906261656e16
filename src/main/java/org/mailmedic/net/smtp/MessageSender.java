package org.mailmedic.net.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.transport.Printable;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.EmailAddress;

/// Sends one real message through jakarta.mail over a connection that our dialogue has opened.
public final class MessageSender {
    /// @param subject and `body` are plain text, made by whoever knows the person's language
    public record Letter(EmailAddress from, EmailAddress to, String subject, String body) {}

    /// @param at where it ended
    public record Result(Stage at, Outcome<Reply> outcome) {}

    /// Angus Mail traces every line of the dialogue there, also what a server repeats of a password; our own transcript is the record.
    private static final Logger TRACES = Logger.getLogger("org.eclipse.angus.mail");

    private MessageSender() {}

    /// Sends the letter and says QUIT. The connection is closed afterwards in any case.
    public static Result send(SmtpDialogue dialogue, Transcript transcript, Letter letter, Deadline deadline) {
        TRACES.setLevel(Level.OFF);
        Connection link = dialogue.link();
        link.until(deadline);
        var properties = new Properties();
        properties.setProperty("mail.smtp.localhost", "[127.0.0.1]");
        properties.setProperty("mail.smtp.from", letter.from().toString());
        properties.setProperty("mail.smtp.quitwait", "false");
        Session session = Session.getInstance(properties);
        try (var transport = new SMTPTransport(session, new URLName("smtp", link.socket().getInetAddress().getHostAddress(), -1, null,
                null, null))) {
            Message message = compose(session, letter);
            transport.connect(new HandedOverSocket(link, transcript));
            transport.sendMessage(message, message.getAllRecipients());
            String last = transport.getLastServerResponse();
            return new Result(Stage.MESSAGE, parse(String.valueOf(last)).map(Outcome::of)
                    .orElseGet(() -> Outcome.failed(Failure.OTHER, Printable.of(String.valueOf(last), 200))));
        } catch (MessagingException refused) {
            return reason(refused);
        } finally {
            link.close();
        }
    }

    private static Message compose(Session session, Letter letter) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(letter.from().toString(), false));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().toString(), false));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("X-Mailer", "Mail Medic");
        return message;
    }

    private static Result reason(MessagingException refused) {
        for (Exception each = refused; each instanceof MessagingException now; each = now.getNextException()) {
            Optional<Result> refusal = switch (now) {
                case SMTPSenderFailedException sender -> refusal(Stage.SENDER, sender);
                case SMTPAddressFailedException recipient -> refusal(Stage.RECIPIENT, recipient);
                // a temporary refusal of the sender comes in this form too
                case SMTPSendFailedException message when message.getNextException() == null && message.getReturnCode() > 0 ->
                        refusal(String.valueOf(message.getCommand()).startsWith("MAIL") ? Stage.SENDER : Stage.MESSAGE, message);
                default -> Optional.empty();
            };
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        for (Throwable each = refused; each != null; each = each.getCause()) {
            if (each instanceof IOException network) {
                return new Result(Stage.MESSAGE, Failures.talking(network));
            }
        }
        if (closed(refused)) {
            return new Result(Stage.MESSAGE, Outcome.failed(Failure.CLOSED, "the server closed the connection"));
        }
        return new Result(Stage.MESSAGE, Outcome.failed(Failure.OTHER, Failures.raw(refused)));
    }

    /// Empty when what jakarta.mail tells is no reply of the server.
    private static Optional<Result> refusal(Stage stage, MessagingException told) {
        return parse(String.valueOf(told.getMessage())).map(reply -> new Result(stage, Outcome.of(reply)));
    }

    /// jakarta.mail's own word for the end of the stream, wherever in the chain it stands.
    private static boolean closed(MessagingException refused) {
        for (Exception each = refused; each instanceof MessagingException now; each = now.getNextException()) {
            if (String.valueOf(now.getMessage()).contains("[EOF]")) {
                return true;
            }
        }
        return false;
    }

    /// jakarta.mail hands over a reply as its lines with codes.
    private static Optional<Reply> parse(String response) {
        List<String> lines = new ArrayList<>();
        int code = 0;
        for (String line : response.strip().split("\\R")) {
            if (line.matches("[2-5]\\d\\d([ -].*)?")) {
                code = Integer.parseInt(line.substring(0, 3));
                lines.add(line.length() > 4 ? line.substring(4) : "");
            } else if (!lines.isEmpty()) {
                lines.add(line);
            }
        }
        return code == 0 ? Optional.empty() : Optional.of(new Reply(code, lines));
    }
}
