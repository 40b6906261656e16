package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Reaction;

/// What the server says about the sign-in, the sender, the recipient and the message.
final class ReplyScenarios {
    private ReplyScenarios() {}

    static List<Scenario> all() {
        return Stream.of(signIn(), sender(), recipient(), message()).flatMap(List::stream).toList();
    }

    private static Scenario of(String verb, String code, String party, String... reply) {
        return Scenario.of("replies", verb + " " + reply[0]).with(mailHost(server -> server.on(verb, reply)))
            .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example").expect(problem(code).by(party));
    }

    private static List<Scenario> signIn() {
        String at = "password";
        return List.of(
            of(at, "auth.bad_credentials", "you", "535 5.7.8 Error: authentication failed"),
            of(at, "auth.app_password_required", "you", "534-5.7.9 Application-specific password required. For more information, go to",
                "534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor"),
            of(at, "auth.app_password_required", "you",
                    "534-5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser",
                "534 5.7.14 and then try again."),
            of(at, "auth.disabled_by_provider", "mail_provider",
                    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."),
            of(at, "auth.disabled_by_provider", "mail_provider",
                "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully."),
            of(at, "auth.oauth_required", "mail_provider", "535 5.7.139 Authentication unsuccessful, basic authentication is disabled."),
            of(at, "auth.mechanism_unsupported", "mail_provider", "504 5.7.4 Unrecognized authentication type"),
            of(at, "auth.too_many_attempts", "you", "454 4.7.0 Too many login attempts, please try again later."),
            of(at, "auth.too_many_attempts", "you", "535 5.7.0 (#AUTH005) Too many bad auth attempts."),
            of(at, "auth.account_suspended", "mail_provider", "535 5.7.8 Your account has been suspended"),
            of(at, "auth.temporary_failure", "mail_provider", "454 4.7.0 Temporary authentication failure"),
            of(at, "auth.too_many_attempts", "you", "454 4.7.0 Throttled, try again later"),
            of(at, "auth.disabled_by_provider", "mail_provider", "525 5.7.1 Unauthorized IP address"),
            Scenario.of("replies", "AUTH is offered before encryption alone").with(mailHost(server -> server.on("EHLO", (line, _) -> {
                line.say("250-mail.shop.example", line.encrypted() ? "250 8BITMIME" : "250-STARTTLS\r\n250 AUTH PLAIN LOGIN");
                return true;
            }))).asking("--user", "anna@shop.example").expect(problem("auth.not_offered").by("you")),
            Scenario.of("replies", "AUTH PLAIN is unknown, LOGIN is well").with(mailHost(server -> server.on("password", (line, said) -> {
                line.say(said.contains("PLAIN") ? "504 5.5.4 Unrecognized authentication type" : "235 2.7.0 signed in");
                return true;
            }))).asking("--user", "anna@shop.example"),
            Scenario.of("replies", "AUTH is not offered").with(mailHost(server -> server.mechanisms("")))
                    .asking("--user", "anna@shop.example")
                .expect(problem("auth.not_offered").by("you")),
            Scenario.of("replies", "AUTH by OAuth alone").with(mailHost(server -> server.mechanisms("XOAUTH2 OAUTHBEARER")))
                    .asking("--user", "anna@shop.example")
                .expect(problem("auth.oauth_required").by("mail_provider")),
            Scenario.of("replies", "AUTH by mechanisms that need no password").with(mailHost(server -> server.mechanisms("GSSAPI NTLM")))
                    .asking("--user", "anna@shop.example")
                .expect(problem("auth.mechanism_unsupported").by("mail_provider")),
            Scenario.of("replies", "a password without encryption").with(mailHost(org.mailmedic.lab.peer.MailServer::withoutStartTls))
                .asking("--security", "none", "--user", "anna@shop.example").expect(problem("auth.needs_encryption").by("you")),
            Scenario.of("replies", "AUTH refused in the code page of its country").with(mailHost(server -> server.on("password", (line, _) -> {
                line.socket().getOutputStream().write("535 5.7.8 \u0410\u043a\u043a\u0430\u0443\u043d\u0442 "
                        .concat("\u0437\u0430\u0431\u043b\u043e\u043a\u0438\u0440\u043e\u0432\u0430\u043d\r\n").getBytes("KOI8-R"));
                return true;
            }))).asking("--user", "anna@shop.example").expect(problem("auth.account_suspended").by("mail_provider")),
            Scenario.of("replies", "AUTH answered by hanging up").with(mailHost(server -> server.on("password", Reaction.hangUp())))
                    .asking("--user", "anna@shop.example")
                .expect(problem("smtp.dropped").by("mail_provider")),
            Scenario.of("replies", "AUTH answered by silence").with(mailHost(server -> server.on("password", Reaction.silence())))
                    .asking("--user", "anna@shop.example")
                .expect(problem("smtp.stalled").by("mail_provider")));
    }

    private static List<Scenario> sender() {
        String at = "MAIL";
        return List.of(
            of(at, "send.sender_rejected", "you", "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
            of(at, "send.sender_rejected", "you", "553 5.7.1 <anna@shop.example>: Sender address rejected: not owned by user anna"),
            of(at, "smtp.server_error", "mail_provider", "452 4.3.1 Insufficient system storage"),
            of(at, "smtp.server_error", "mail_provider", "451 4.3.0 Temporary lookup failure"),
            of(at, "send.quota_exceeded", "mail_provider", "550 5.4.5 Daily user sending quota exceeded."),
            of(at, "send.rate_limited", "you", "450 4.7.1 Too many messages per minute, slow down"),
            of(at, "smtp.overloaded", "mail_provider", "421 4.3.2 Service busy, try later"),
            Scenario.of("replies", "MAIL 530 5.7.0 Authentication required")
                    .with(mailHost(server -> server.on("MAIL", "530 5.7.0 Authentication required")))
                .asking("--from", "anna@shop.example").expect(problem("auth.required").by("you")));
    }

    private static List<Scenario> recipient() {
        String at = "RCPT";
        return List.of(
            of(at, "send.recipient_rejected", "you", "550 5.1.1 <bert@elsewhere.example>: Recipient address rejected: User unknown"),
            of(at, "send.relay_denied", "you", "554 5.7.1 <bert@elsewhere.example>: Relay access denied"),
            of(at, "send.greylisted", "mail_provider", "450 4.2.0 Greylisted, please try again in 300 seconds"),
            of(at, "send.blocklisted", "mail_provider",
                    "554 5.7.1 Service unavailable; Client host [10.77.0.2] blocked using zen.spamhaus.org"),
            of(at, "send.mailbox_full", "recipient", "452 4.2.2 The email account that you tried to reach is over quota"),
            of(at, "send.mailbox_full", "recipient", "552 5.2.2 Mailbox full"),
            of(at, "send.too_many_recipients", "you", "452 4.5.3 Too many recipients"),
            of(at, "send.policy_rejected", "domain", "550 5.7.23 The message was rejected because of Sender Policy Framework violation"),
            of(at, "smtp.no_reverse_dns", "network", "550 5.7.25 The IP address sending this message does not have a PTR record setup"));
    }

    private static Scenario sent(String code, String party, String... reply) {
        var scenario = of(".", code, party, reply);
        return scenario.asking("--send");
    }

    private static List<Scenario> message() {
        return List.of(
            sent("send.message_too_big", "you", "552 5.3.4 Message size exceeds fixed limit"),
            sent("send.message_malformed", "you", "554 5.6.0 Message is malformed: header is not RFC 5322 compliant"),
            sent("send.content_rejected", "you", "554 5.7.1 Message rejected as spam by content scanner"),
            sent("send.policy_rejected", "domain", "550-5.7.26 Unauthenticated email from shop.example is not accepted due to domain's",
                    "550 5.7.26 DMARC policy."),
            sent("send.quota_exceeded", "mail_provider",
                    "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; daily message limit exceeded"),
            sent("send.rate_limited", "you", "421 4.7.28 Our system has detected an unusual rate of mail, try fewer messages per minute"),
            Scenario.of("replies", ". answered by hanging up").with(mailHost(server -> server.on(".", Reaction.hangUp())))
                .asking("--user", "anna@shop.example", "--to", "bert@elsewhere.example", "--send")
                        .expect(problem("smtp.dropped").by("mail_provider")));
    }
}
