package org.mailmedic.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.ScriptStep;

/// One mail transaction: MAIL, RCPT, DATA (RFC 5321 §3.3). Order and form are judged first; only a command that a
/// healthy server would take is answered as the script wants.
final class Transaction {
    private static final int RECIPIENTS = 100;
    private static final Set<String> DOMAINS = Set.of("practice.test", "example.com", "localhost");
    private static final List<String> MAIL_PARAMETERS = List.of("SIZE", "BODY", "SMTPUTF8", "AUTH");

    private final Talk talk;
    private final SignIn signIn;
    private final Ledger ledger;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private boolean eightBit;
    private boolean utf8;

    Transaction(Talk talk, SignIn signIn, Ledger ledger) {
        this.talk = talk;
        this.signIn = signIn;
        this.ledger = ledger;
    }

    boolean begun() {
        return sender != null;
    }

    void reset() {
        sender = null;
        recipients.clear();
        eightBit = false;
        utf8 = false;
    }

    void mail(String argument, boolean hello) throws IOException {
        var path = MailPath.parse("FROM", argument).orElse(null);
        if (!talk.script().tlsDemand().isEmpty() && !talk.wire().isEncrypted()) {
            talk.refuse(talk.script().tlsDemand());
        } else if (!hello) {
            talk.refuse("503 5.5.1 Error: send HELO/EHLO first");
        } else if (begun()) {
            talk.refuse("503 5.5.1 Error: nested MAIL command");
        } else if (!talk.script().signInDemand().isEmpty() && signIn.signedInAs().isEmpty()) {
            talk.refuse(talk.script().signInDemand());
        } else if (path == null) {
            talk.refuse("501 5.5.4 Syntax: MAIL FROM:<address>");
        } else {
            mail(path);
        }
    }

    private void mail(MailPath path) throws IOException {
        var objection = objection(path);
        if (!objection.isEmpty()) {
            talk.refuse(objection);
        } else if (talk.at(ScriptStep.MAIL, "250 2.1.0 Ok").startsWith("250")) {
            sender = path.address();
            utf8 = path.parameter("SMTPUTF8").isPresent();
            eightBit = utf8 || path.parameter("BODY").orElse("").equals("8BITMIME");
        }
    }

    private static String objection(MailPath path) {
        if (!path.knowsOnly(MAIL_PARAMETERS)) {
            return "555 5.5.4 Unsupported option";
        }
        if (!path.address().isEmpty() && !path.isMailbox()) {
            return "501 5.1.7 Bad sender address syntax";
        }
        if (!path.isAscii() && path.parameter("SMTPUTF8").isEmpty()) {
            return "553 5.6.7 Internationalized address needs SMTPUTF8";
        }
        var size = path.parameter("SIZE").orElse("0");
        if (!size.matches("[0-9]{1,20}") || !path.parameter("BODY").orElse("7BIT").matches("7BIT|8BITMIME")) {
            return "501 5.5.4 Bad value of an option";
        }
        // RFC 1870 §6.1: a message that is announced too big is refused at once.
        return size.length() > 18 || Long.parseLong(size) > Message.LIMIT ? "552 5.3.4 Message size exceeds fixed limit" : "";
    }

    void recipient(String argument) throws IOException {
        var path = MailPath.parse("TO", argument).orElse(null);
        if (!begun()) {
            talk.refuse("503 5.5.1 Error: need MAIL command");
        } else if (path == null) {
            talk.refuse("501 5.5.4 Syntax: RCPT TO:<address>");
        } else if (!path.parameters().isEmpty()) {
            talk.refuse("555 5.5.4 Unsupported option");
        } else if (!path.isMailbox() && !path.address().equalsIgnoreCase("postmaster")) {
            talk.refuse("501 5.1.3 Bad recipient address syntax");
        } else if (!path.isAscii() && !utf8) {
            talk.refuse("553 5.6.7 Internationalized address needs SMTPUTF8");
        } else if (recipients.size() >= RECIPIENTS) {
            talk.refuse("452 4.5.3 Error: too many recipients");
        } else if (talk.at(ScriptStep.RCPT, usual(path)).startsWith("250")) {
            recipients.add(path.address());
        }
    }

    private static String usual(MailPath path) {
        boolean known = path.address().equalsIgnoreCase("postmaster") || DOMAINS.contains(path.domain());
        return known ? "250 2.1.5 Ok" : "550 5.1.1 <" + path.address() + ">: Recipient address rejected: User unknown";
    }

    void data(String argument) throws IOException {
        if (!begun()) {
            talk.refuse("503 5.5.1 Error: need MAIL command");
        } else if (recipients.isEmpty()) {
            talk.refuse("554 5.5.1 Error: no valid recipients");
        } else if (!argument.isEmpty()) {
            talk.refuse("501 5.5.4 Syntax: DATA");
        } else if (talk.at(ScriptStep.DATA, "354 End data with <CR><LF>.<CR><LF>").startsWith("354") && talk.wire().isOpen()) {
            receive();
        }
    }

    private void receive() throws IOException {
        var message = new Message();
        boolean first = true;
        while (message.readLine(talk.wire())) {
            if (first) {
                talk.at(ScriptStep.DURING_MESSAGE, "");
                if (!talk.wire().isOpen()) {
                    return;
                }
            }
            first = false;
        }
        var objection = message.objection(eightBit);
        if (!objection.isEmpty()) {
            talk.refuse(objection);
        } else {
            // Kept before it is said, so that whoever reads the 250 finds the message.
            boolean wanted = talk.script().at(ScriptStep.MESSAGE_END) instanceof Act.AsUsual;
            boolean kept = wanted && ledger.keep(new ReceivedMessage(Objects.requireNonNull(sender), recipients, signIn.signedInAs(),
                    talk.wire().isEncrypted(), message.text()));
            talk.at(ScriptStep.MESSAGE_END, kept ? "250 2.0.0 Ok: queued" : "452 4.3.1 Insufficient system storage");
        }
        reset();
    }
}
