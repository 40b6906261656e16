package org.mailmedic.practice.fault;

import static org.mailmedic.practice.fault.Need.PASSWORD;
import static org.mailmedic.practice.fault.Need.TOKEN;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;

/// What goes wrong with the sign-in. The replies are those of real servers; whatever is typed gets them.
final class SignInFaults {
    private static final String STAGE = "sign_in";
    private static final String BAD = "auth.bad_credentials";
    private static final String APP_PASSWORD = "auth.app_password_required";
    private static final String DISABLED = "auth.disabled_by_provider";
    private static final String OAUTH = "auth.oauth_required";
    private static final String MECHANISM = "auth.mechanism_unsupported";
    private static final String TOO_MANY = "auth.too_many_attempts";
    private static final String SUSPENDED = "auth.account_suspended";
    private static final String TEMPORARY = "auth.temporary_failure";
    private static final String NEEDS_ENCRYPTION = "auth.needs_encryption";
    private static final Script HEALTHY = Script.healthy();

    private SignInFaults() {}

    static List<Fault> all() {
        return List.of(
                verdict("auth-bad-credentials", BAD, "535 5.7.8 Error: authentication failed: authentication failure"),
                verdict("auth-bad-exim", BAD, "535 Incorrect authentication data"),
                verdict("auth-bad-gmail", BAD, """
                        535-5.7.8 Username and Password not accepted. For more information, go to
                        535 5.7.8  https://support.google.com/mail/?p=BadCredentials a640c23a62f3a-practice - gsmtp"""),
                verdict("auth-bad-microsoft", BAD, "535 5.7.3 Authentication unsuccessful"),
                verdict("auth-bad-microsoft-139", BAD,
                        "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [PRACTICE.TEST]"),
                verdict("auth-bad-yahoo", BAD, "535 5.7.0 (#MBR1212) Incorrect username or password"),
                signIn("auth-bad-token", BAD, HEALTHY.offering("XOAUTH2", "OAUTHBEARER").knowingNobody()).needing(TOKEN),
                verdict("auth-app-password", APP_PASSWORD, """
                        534-5.7.9 Application-specific password required. For more information, go to
                        534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a640c23a62f3a-practice - gsmtp"""),
                verdict("auth-web-login", APP_PASSWORD, """
                        534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1> Please log in via your
                        534-5.7.14 web browser and then try again.
                        534 5.7.14  Learn more at https://support.google.com/mail/answer/78754 practice - gsmtp"""),
                verdict("auth-disabled-tenant", DISABLED,
                        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit "
                                + "https://aka.ms/smtp_auth_disabled for more information. [PRACTICE.TEST]"),
                verdict("auth-disabled-mailbox", DISABLED,
                        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit "
                                + "https://aka.ms/smtp_auth_disabled for more information. [PRACTICE.TEST]"),
                verdict("auth-criteria", DISABLED,
                        "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated "
                                + "successfully. Contact your administrator. [PRACTICE.TEST]"),
                verdict("auth-basic-disabled", OAUTH,
                        "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [PRACTICE.TEST]"),
                verdict("auth-basic-retired", OAUTH,
                        "550 5.7.30 Basic authentication is not supported for Client Submission. [PRACTICE.TEST]"),
                signIn("auth-only-oauth", OAUTH, HEALTHY.offering("XOAUTH2", "OAUTHBEARER")).needing(PASSWORD),
                verdict("auth-too-many-gmail", TOO_MANY, "454 4.7.0 Too many login attempts, please try again later. practice - gsmtp"),
                verdict("auth-too-many-yahoo", TOO_MANY, "535 5.7.0 (#AUTH005) Too many bad auth attempts."),
                verdict("auth-locked", TOO_MANY, "535 5.7.8 Error: account temporarily locked due to too many failed logins"),
                verdict("auth-suspended", SUSPENDED, "535 5.7.8 Authentication failed: account suspended, please contact support"),
                verdict("auth-not-activated", SUSPENDED, "535 5.7.0 Please activate your account before you send mail"),
                verdict("auth-out-of-credit", SUSPENDED, "451 Authentication failed: Maximum credits exceeded"),
                verdict("auth-temporary", TEMPORARY, "454 4.7.0 Temporary authentication failure"),
                verdict("auth-system-problem", TEMPORARY,
                        "454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later. practice - gsmtp"),
                verdict("auth-service-down", "smtp.server_error", "451 4.3.0 Error: authentication service unavailable"),
                command("auth-unrecognized", MECHANISM, "504 5.7.4 Unrecognized authentication type"),
                command("auth-too-weak", MECHANISM, "534 5.7.9 Authentication mechanism is too weak"),
                command("auth-encryption-required", NEEDS_ENCRYPTION,
                        "538 5.7.11 Encryption required for requested authentication mechanism"),
                signIn("auth-unknown-mechanisms", MECHANISM, HEALTHY.offering("NTLM", "GSSAPI")).needing(PASSWORD),
                signIn("auth-not-offered", "auth.not_offered", HEALTHY.offering()).needing(PASSWORD),
                signIn("auth-inside-tls-only", NEEDS_ENCRYPTION, HEALTHY).security("none").needing(PASSWORD),
                signIn("auth-plaintext-only", NEEDS_ENCRYPTION, HEALTHY.withoutStartTls().authEverywhere()).security("none")
                        .needing(PASSWORD),
                signIn("auth-connections", "smtp.overloaded", HEALTHY.with(ScriptStep.SIGN_IN_END,
                        "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. "
                                        + "[PRACTICE.TEST]"))
                        .needing(PASSWORD),
                signIn("auth-silent", "smtp.stalled", HEALTHY.with(ScriptStep.SIGN_IN, new Act.Silence())).needing(PASSWORD),
                signIn("auth-silent-at-end", "smtp.stalled", HEALTHY.with(ScriptStep.SIGN_IN_END, new Act.Silence())).needing(PASSWORD),
                signIn("auth-dropped", "smtp.dropped", HEALTHY.with(ScriptStep.SIGN_IN, new Act.Drop())).needing(PASSWORD),
                signIn("auth-dropped-at-end", "smtp.dropped", HEALTHY.with(ScriptStep.SIGN_IN_END, new Act.Drop())).needing(PASSWORD),
                signIn("drop-after-auth", "smtp.dropped", HEALTHY.with(ScriptStep.SIGN_IN_END, new Act.AsUsual().then(new Act.Drop())))
                        .at("sender").needing(PASSWORD, Need.SENDER));
    }

    private static Fault signIn(String name, String diagnosis, Script script) {
        return Fault.of(name, diagnosis, STAGE, script);
    }

    /// Said when the credentials are complete.
    private static Fault verdict(String name, String diagnosis, String reply) {
        return signIn(name, diagnosis, HEALTHY.with(ScriptStep.SIGN_IN_END, reply)).needing(PASSWORD);
    }

    /// Said to the AUTH command, before any credential is asked for.
    private static Fault command(String name, String diagnosis, String reply) {
        return signIn(name, diagnosis, HEALTHY.with(ScriptStep.SIGN_IN, reply)).needing(PASSWORD);
    }
}
