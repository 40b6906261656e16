package org.mailmedic.practice.fault;

import static org.mailmedic.practice.fault.Need.PASSWORD;
import static org.mailmedic.practice.fault.Need.SENDER;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What is answered to MAIL.
final class SenderFaults {
    private static final String STAGE = "sender";
    private static final String REQUIRED = "auth.required";
    private static final String REJECTED = "send.sender_rejected";
    private static final String QUOTA = "send.quota_exceeded";
    private static final String RATE = "send.rate_limited";
    private static final String BROKEN = "smtp.server_error";
    private static final Script HEALTHY = Script.healthy();

    private SenderFaults() {}

    static List<Fault> all() {
        return List.of(
                unsigned("sign-in-required", "530 5.7.0 Authentication required"),
                unsigned("sign-in-required-microsoft", "530 5.7.57 Client not authenticated to send mail. [PRACTICE.TEST]"),
                mail("mail-send-as", REJECTED, "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
                mail("mail-not-owned", REJECTED,
                        "553 5.7.1 <person@practice.test>: Sender address rejected: not owned by user practice@practice.test"),
                mail("mail-not-verified", REJECTED,
                        "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is "
                                + "resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the "
                                + "Sender Identity requirements"),
                mail("mail-not-verified-ses", REJECTED,
                        "554 Message rejected: Email address is not verified. The following identities failed the check in region "
                                + "EU-WEST-1: person@practice.test"),
                mail("mail-relaying-as", REJECTED, "553 Relaying disallowed as person@practice.test"),
                mail("mail-too-big", "send.message_too_big", "552 5.3.4 Message size exceeds fixed limit"),
                mail("mail-server-error", BROKEN, "451 4.3.0 Error: queue file write error"),
                mail("mail-no-storage", BROKEN, "452 4.3.1 Insufficient system storage"),
                mail("mail-greylisted", "send.greylisted",
                        "450 4.7.1 <person@practice.test>: Sender address rejected: Greylisted, try again in 5 minutes"),
                mail("mail-421-connections", "smtp.overloaded", "421 4.7.0 practice.test Error: too many connections from 127.0.0.1"),
                mail("mail-421-rate", RATE, "421 4.7.0 practice.test Error: too many messages per minute, try again later"),
                mail("mail-daily-limit", QUOTA,
                        "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to "
                                + "https://support.google.com/a/answer/166852 practice - gsmtp"),
                mail("mail-daily-quota-ses", QUOTA, "454 Throttling failure: Daily message quota exceeded."),
                mail("mail-rate", RATE,
                        "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages "
                                + "from being delivered. practice - gsmtp"),
                mail("mail-rate-ses", RATE, "454 Throttling failure: Maximum sending rate exceeded."),
                mail("mail-no-reverse-dns", "smtp.no_reverse_dns",
                        "550 5.7.25 The IP address sending this message does not have a PTR record setup"),
                mail("mail-blocklisted", "send.blocklisted",
                        "554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using zen.spamhaus.org; "
                                + "https://www.spamhaus.org/query/ip/127.0.0.1"),
                act("mail-silent", "smtp.stalled", new Act.Silence()),
                act("mail-dropped", "smtp.dropped", new Act.Drop()),
                act("drop-after-mail", "smtp.dropped", new Act.AsUsual().then(new Act.Drop())).at("recipient").needing(PASSWORD, SENDER,
                        Need.RECIPIENT));
    }

    private static Fault mail(String name, String diagnosis, String reply) {
        return act(name, diagnosis, new Act.Say(reply));
    }

    private static Fault act(String name, String diagnosis, Act act) {
        return Fault.of(name, diagnosis, STAGE, HEALTHY.with(ScriptStep.MAIL, act)).needing(PASSWORD, SENDER);
    }

    /// For a check-up without a password; with one, the server lets it pass.
    private static Fault unsigned(String name, String reply) {
        return Fault.of(name, REQUIRED, STAGE, HEALTHY.demandingSignIn(reply)).needing(SENDER);
    }
}
