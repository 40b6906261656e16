package org.mailmedic.practice.fault;

import static org.mailmedic.practice.fault.Need.PASSWORD;
import static org.mailmedic.practice.fault.Need.TOKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailmedic.practice.certificate.IdentityKind;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// Servers that work, some of them in unusual ways: nothing may be found wrong with them.
final class HealthyServers {
    private static final Script HEALTHY = Script.healthy();
    private static final int MANY_CAPABILITIES = 60;

    private HealthyServers() {}

    static List<Fault> all() {
        var all = new ArrayList<Fault>();
        all.add(Fault.healthy("healthy", HEALTHY));
        all.add(Fault.healthy("healthy-implicit-tls", HEALTHY).behind(Fault.Port.IMPLICIT_TLS).security("tls"));
        all.add(Fault.healthy("healthy-rsa", HEALTHY.showing(IdentityKind.SOUND_RSA)));
        all.add(Fault.healthy("healthy-plaintext", HEALTHY.withoutStartTls().offering()).security("none"));
        for (var name : List.of("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256")) {
            all.add(Fault.healthy("healthy-" + name.toLowerCase(Locale.ROOT), HEALTHY.offering(name)).needing(PASSWORD));
        }
        all.add(Fault.healthy("healthy-xoauth2", HEALTHY.offering("XOAUTH2")).needing(TOKEN));
        all.add(Fault.healthy("healthy-oauthbearer", HEALTHY.offering("OAUTHBEARER")).needing(TOKEN));
        all.add(Fault.healthy("healthy-all-mechanisms", HEALTHY.offering("NTLM", "GSSAPI", "LOGIN", "PLAIN", "CRAM-MD5", "SCRAM-SHA-1",
                "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER")).needing(PASSWORD));
        all.add(Fault.healthy("healthy-sign-in-required", HEALTHY.authEverywhere()
                .demandingTls("530 5.7.0 Must issue a STARTTLS command first")
                .demandingSignIn("530 5.7.0 Authentication required")).needing(PASSWORD, Need.SENDER));
        all.add(Fault.healthy("healthy-hesitant", HEALTHY.with(ScriptStep.GREETING, new Act.Pause(0.25).then(new Act.AsUsual()))));
        all.add(Fault.healthy("healthy-long-banner", HEALTHY.with(ScriptStep.GREETING, new Act.Say("""
                220-practice.test ESMTP Exim 4.98 #2
                220-We do not authorize the use of this system to transport unsolicited,""")
                .then(new Act.Pause(0.1)).then(new Act.Say("220 and/or bulk e-mail.")))));
        all.add(Fault.healthy("healthy-helo-only", HEALTHY.withoutStartTls().offering()
                .with(ScriptStep.EHLO, "502 5.5.1 Error: command not implemented")).security("none"));
        all.add(Fault.healthy("healthy-odd-capabilities", oddCapabilities()));
        all.add(Fault.healthy("healthy-many-capabilities", HEALTHY.capable(manyCapabilities())));
        return List.copyOf(all);
    }

    /// Small letters, blanks at the end, the AUTH= of old programs, and keywords that nobody knows.
    private static Script oddCapabilities() {
        return HEALTHY.with(ScriptStep.EHLO, """
                250-practice.test Hello [127.0.0.1], pleased to meet you\s
                250-size 0
                250-X-ANONYMOUSTLS
                250-starttls\s
                250 XRDST""").with(ScriptStep.EHLO_INSIDE, """
                250-practice.test
                250-X-EXPS GSSAPI NTLM
                250-auth login plain
                250-AUTH=LOGIN PLAIN
                250-SIZE
                250-XSHADOWREQUEST
                250 Ok""");
    }

    private static List<String> manyCapabilities() {
        var lines = new ArrayList<>(HEALTHY.capabilities());
        for (int i = 1; i <= MANY_CAPABILITIES; i++) {
            lines.add("X-PRACTICE-" + i + " " + "parameter ".repeat(12).strip());
        }
        return lines;
    }
}
