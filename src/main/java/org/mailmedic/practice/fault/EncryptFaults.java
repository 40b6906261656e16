package org.mailmedic.practice.fault;

import java.util.List;
import org.mailmedic.practice.script.Act;
import org.mailmedic.practice.script.Script;
import org.mailmedic.practice.script.ScriptStep;
import org.mailmedic.practice.script.TlsManner;

/// What goes wrong with encryption, certificates apart.
final class EncryptFaults {
    private static final String STAGE = "encrypt";
    private static final String FAILED = "tls.handshake_failed";
    private static final String TOO_OLD = "tls.version_too_old";
    private static final String REQUIRED = "tls.starttls_required";
    private static final String MISMATCH = "tls.mode_mismatch";
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int PROTOCOL_VERSION = 70;
    private static final int INTERNAL_ERROR = 80;
    private static final Script HEALTHY = Script.healthy();
    private static final String GARBAGE = "\u0013\u0037practice\0makes\0perfect\u00ff\u00fe\0\0\u0001\u0002\u0003\u0004\u0005";

    private EncryptFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("plaintext-where-tls-expected", MISMATCH, STAGE, HEALTHY).security("tls"),
                Fault.of("tls-where-plaintext-expected", MISMATCH, STAGE, HEALTHY).behind(Fault.Port.IMPLICIT_TLS),
                encrypt("starttls-missing", "tls.starttls_missing", HEALTHY.withoutStartTls()),
                encrypt("starttls-refused-454", FAILED,
                        HEALTHY.with(ScriptStep.STARTTLS, "454 4.7.0 TLS not available due to temporary reason")),
                encrypt("starttls-refused-502", FAILED, HEALTHY.with(ScriptStep.STARTTLS, "502 5.5.1 Command not implemented")),
                instead("starttls-silent", new Act.Silence()),
                instead("starttls-closed", new Act.Listen().then(new Act.Drop())),
                instead("starttls-reset", new Act.Listen().then(new Act.Reset())),
                instead("starttls-garbage", new Act.Listen().then(new Act.Blurt(GARBAGE)).then(new Act.Silence())),
                Fault.of("tls-silent", "smtp.greeting_timeout", "greeting", HEALTHY.encrypting(new TlsManner.Instead(new Act.Silence())))
                        .behind(Fault.Port.IMPLICIT_TLS).security("tls"),
                Fault.of("starttls-injected", "smtp.interfered", "greeting",
                        HEALTHY.with(ScriptStep.STARTTLS, "220 2.0.0 Ready to start TLS\n250 2.0.0 Injected in plaintext")),
                required("starttls-required", "530 5.7.0 Must issue a STARTTLS command first"),
                required("starttls-required-451", "451 5.7.3 STARTTLS is required to send mail"),
                manner("tls-no-common-cipher", FAILED, new TlsManner.Alert(HANDSHAKE_FAILURE)),
                manner("tls-internal-error", FAILED, new TlsManner.Alert(INTERNAL_ERROR)),
                manner("tls-version-refused", TOO_OLD, new TlsManner.Alert(PROTOCOL_VERSION)),
                manner("tls-1-0-only", TOO_OLD, new TlsManner.Antique(1, false)),
                manner("tls-1-1-only", TOO_OLD, new TlsManner.Antique(2, false)),
                manner("tls-1-0-always", TOO_OLD, new TlsManner.Antique(1, true)),
                encrypt("drop-after-starttls", "smtp.dropped", HEALTHY.with(ScriptStep.ENCRYPTED, new Act.Drop())),
                encrypt("stall-after-starttls", "smtp.stalled", HEALTHY.with(ScriptStep.ENCRYPTED, new Act.Silence())));
    }

    private static Fault encrypt(String name, String diagnosis, Script script) {
        return Fault.of(name, diagnosis, STAGE, script);
    }

    private static Fault instead(String name, Act act) {
        return encrypt(name, FAILED, HEALTHY.encrypting(new TlsManner.Instead(act)));
    }

    private static Fault manner(String name, String diagnosis, TlsManner manner) {
        return encrypt(name, diagnosis, HEALTHY.encrypting(manner));
    }

    private static Fault required(String name, String reply) {
        return encrypt(name, REQUIRED, HEALTHY.demandingTls(reply)).security("none").needing(Need.SENDER);
    }
}
