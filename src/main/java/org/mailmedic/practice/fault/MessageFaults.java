package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What is answered to DATA and to the message itself.
final class MessageFaults {
    private static final String STAGE = "message";
    private static final String POLICY = "send.policy_rejected";
    private static final String MALFORMED = "send.message_malformed";

    private MessageFaults() {}

    static List<Fault> all() {
        return List.of(
                end("message-unauthenticated", POLICY, """
                        550-5.7.26 Your email has been blocked because the sender is unauthenticated.
                        550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.
                        550 5.7.26  For instructions on setting up authentication, go to \
                        https://support.google.com/mail/answer/81126#authentication practice - gsmtp"""),
                end("message-dmarc", POLICY,
                        "550 5.7.509 Access denied, sending domain practice.test does not pass DMARC verification and has a DMARC "
                                + "policy of reject."),
                end("message-spam", "send.content_rejected", "554 5.7.1 Message rejected as spam by content filtering"),
                end("message-too-big", "send.message_too_big", "552 5.3.4 Error: message file too big"),
                end("message-bare-line-feed", MALFORMED, "550 5.6.0 Bare <LF> received, message rejected"),
                end("message-header-missing", MALFORMED, "550 5.6.0 Message rejected: no valid From header field (RFC 5322)"),
                end("message-server-error", "smtp.server_error", "451 4.3.0 Error: queue file write error"),
                end("message-quota", "send.quota_exceeded",
                        "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a "
                                + "permanent exception"),
                end("message-send-as", "send.sender_rejected",
                        "554 5.2.252 SendAsDenied; practice@practice.test not allowed to send as person@practice.test"),
                at("message-silent", "smtp.stalled", ScriptStep.MESSAGE_END, new Act.Silence()),
                at("data-refused", "smtp.server_error", ScriptStep.DATA, new Act.Say("451 4.3.0 Error: queue file write error")),
                at("data-silent", "smtp.stalled", ScriptStep.DATA, new Act.Silence()),
                at("data-dropped", "smtp.dropped", ScriptStep.DATA, new Act.Drop()),
                at("drop-during-message", "smtp.dropped", ScriptStep.DURING_MESSAGE, new Act.Drop()),
                at("drop-after-message", "smtp.dropped", ScriptStep.MESSAGE_END, new Act.Drop()));
    }

    private static Fault end(String name, String diagnosis, String reply) {
        return at(name, diagnosis, ScriptStep.MESSAGE_END, new Act.Say(reply));
    }

    private static Fault at(String name, String diagnosis, ScriptStep step, Act act) {
        return Fault.of(name, diagnosis, STAGE, Script.healthy().with(step, act))
                .needing(Need.PASSWORD, Need.SENDER, Need.RECIPIENT, Need.SEND);
    }
}
