package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What goes wrong with the greeting.
final class GreetingFaults {
    private static final String STAGE = "greeting";
    private static final String NOT_SMTP = "smtp.not_smtp";
    private static final String OVERLOADED = "smtp.overloaded";
    private static final String REJECTED = "smtp.rejected_by_server";
    private static final Act SILENCE = new Act.Silence();

    private static final String WEB_PAGE = """
            HTTP/1.1 400 Bad Request\r
            Server: nginx\r
            Content-Type: text/html\r
            Content-Length: 50\r
            Connection: close\r
            \r
            <html><head><title>400</title></head><body></body>""";

    /// The beginning of a MySQL greeting, as it happens: a length, NULs, a version and a salt.
    private static final String GARBAGE =
            "\u004a\0\0\0\n8.0.36\0\u0091\u0017\0\0\u0002\u007f\u0013R\u001b=\u0005w\0\u00ff\u00f7\u00ff\u0002\0\u00ff\u00df\u0015\0\0\0";

    private GreetingFaults() {}

    static List<Fault> all() {
        return List.of(
                greeting("greeting-silent", "smtp.greeting_timeout", SILENCE),
                greeting("greeting-tarpit", "smtp.greeting_timeout",
                        new Act.Drip("220 practice.test ESMTP please be patient, this is a tarpit", 0.1)),
                greeting("greeting-slow", "", new Act.Pause(1).then(new Act.AsUsual())).warning("smtp.slow"),
                greeting("greeting-421", OVERLOADED, say("421 4.3.2 practice.test Service not available, try again later")),
                greeting("greeting-421-connections", OVERLOADED, say("421 4.7.0 practice.test Error: too many connections from 127.0.0.1")),
                greeting("greeting-450-busy", OVERLOADED, refusal("450 4.3.2 practice.test Server is busy, try again later")),
                greeting("greeting-554", REJECTED,
                        refusal("554 5.7.1 practice.test Your access to this mail system has been rejected due to poor reputation")),
                greeting("greeting-521", REJECTED, say("521 practice.test does not accept mail")),
                greeting("web-server", NOT_SMTP, new Act.Listen().then(new Act.Blurt(WEB_PAGE)).then(new Act.Drop())),
                greeting("web-server-first", NOT_SMTP, new Act.Blurt(WEB_PAGE).then(new Act.Drop())),
                greeting("imap-server", NOT_SMTP,
                        say("* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE STARTTLS] Dovecot ready.")
                        .then(new Act.Parrot("* BAD Error in IMAP command received by server.", "* BYE Logging out"))),
                greeting("pop3-server", NOT_SMTP, say("+OK Dovecot ready.").then(new Act.Parrot("-ERR Unknown command.",
                        "+OK Logging out"))),
                greeting("ssh-server", NOT_SMTP, say("SSH-2.0-OpenSSH_9.6").then(new Act.Listen())
                        .then(say("Invalid SSH identification string.")).then(new Act.Drop())),
                greeting("ftp-server", NOT_SMTP, say("220 ProFTPD Server (practice.test FTP) [127.0.0.1]")
                        .then(new Act.Parrot("500 Command not understood", "221 Goodbye."))),
                greeting("endless-flood", NOT_SMTP, new Act.Flood()),
                greeting("binary-garbage", NOT_SMTP, new Act.Blurt(GARBAGE).then(SILENCE)),
                greeting("senseless-text", NOT_SMTP, say("Welcome to the machine, please press any key").then(SILENCE)),
                greeting("drop-after-greeting", "smtp.dropped", new Act.AsUsual().then(new Act.Drop())).at("hello"));
    }

    private static Fault greeting(String name, String diagnosis, Act act) {
        return Fault.of(name, diagnosis, STAGE, Script.healthy().with(ScriptStep.GREETING, act));
    }

    private static Act say(String text) {
        return new Act.Say(text);
    }

    /// RFC 5321 §3.1: a server that refuses with 554 waits for QUIT and answers everything else with 503.
    private static Act refusal(String text) {
        return say(text).then(new Act.Parrot("503 5.5.1 Bad sequence of commands", "221 2.0.0 Bye"));
    }
}
