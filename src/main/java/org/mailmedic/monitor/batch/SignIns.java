package org.mailmedic.monitor.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Secret;

/// The memory of refused sign-ins: the same password is not tried again where it was refused, and none at all at a server that has said
/// that there were too many. Passwords are known by a keyed hash, whose key is made for this run and forgotten with it. Thread-safe.
public final class SignIns {
    private static final Set<String> WRONG = Set.of("auth.bad_credentials", "auth.app_password_required", "auth.disabled_by_provider",
            "auth.oauth_required", "auth.account_suspended");
    /// Wherever in the dialogue it was said: who is told to slow down does not sign in again.
    private static final Set<String> TOO_MANY = Set.of("auth.too_many_attempts", "send.rate_limited", "smtp.overloaded");
    /// Some servers answer a wrong password by silence or by hanging up.
    private static final Set<String> CUT_OFF = Set.of("smtp.stalled", "smtp.dropped");
    private static final String SIGN_IN = "sign_in";

    private final byte[] key = new byte[32];
    private final Map<Long, Refusal> wrong = new HashMap<>();
    private final Map<String, LockOut> lockedOut = new HashMap<>();
    private final Duration lockOut;
    private final LongSupplier nanoTime;

    private record LockOut(Refusal refusal, long sinceNanos) {}

    /// @param everybody whether the server takes no sign-in at all for now
    /// @param id        the line that met it
    public record Refusal(boolean everybody, String id, String code, String party, String stage, String title, double confidence) {
        private static Refusal of(boolean everybody, String id, Report.Verdict verdict) {
            return new Refusal(everybody, id, verdict.code(), verdict.party(), verdict.stage(), verdict.title(), verdict.confidence());
        }
    }

    /// One password of one user at one server.
    record Attempt(String server, long fingerprint) {}

    /// @param lockOut how long a server is left alone that said that there were too many
    SignIns(Duration lockOut, LongSupplier nanoTime) {
        this.lockOut = lockOut;
        this.nanoTime = nanoTime;
        new SecureRandom().nextBytes(key);
    }

    Attempt attempt(String server, String user, Secret secret) {
        byte[] bytes = secret.utf8();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((server + "\0" + user + "\0").getBytes(StandardCharsets.UTF_8));
            return new Attempt(server, ByteBuffer.wrap(mac.doFinal(bytes)).getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java platform", impossible);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Why this sign-in is to be left out, if it is.
    synchronized Optional<Refusal> refusal(Attempt attempt) {
        LockOut everybody = lockedOut.get(attempt.server());
        if (everybody != null && nanoTime.getAsLong() - everybody.sinceNanos() > lockOut.toNanos()) {
            lockedOut.remove(attempt.server());
            everybody = null;
        }
        return Optional.ofNullable(everybody).map(LockOut::refusal).or(() -> Optional.ofNullable(wrong.get(attempt.fingerprint())));
    }

    /// @param report of the check-up that made the attempt
    synchronized void learn(Attempt attempt, String id, Report report) {
        report.diagnoses().stream().filter(verdict -> tooMany(verdict.code())).findFirst()
                .ifPresent(verdict -> lockedOut.put(attempt.server(), new LockOut(Refusal.of(true, id, verdict), nanoTime.getAsLong())));
        report.diagnoses().stream().filter(SignIns::wrong).findFirst()
                .ifPresent(verdict -> wrong.put(attempt.fingerprint(), Refusal.of(false, id, verdict)));
    }

    /// What an earlier run has written down of a server that had enough.
    synchronized void lockedOut(String server, Refusal refusal) {
        lockedOut.putIfAbsent(server, new LockOut(refusal, nanoTime.getAsLong()));
    }

    /// What an earlier run has written down of a password.
    synchronized void wrong(Attempt attempt, Refusal refusal) {
        wrong.putIfAbsent(attempt.fingerprint(), refusal);
    }

    static boolean tooMany(String code) {
        return TOO_MANY.contains(code);
    }

    static boolean wrong(String code, String stage) {
        return WRONG.contains(code) || CUT_OFF.contains(code) && stage.equals(SIGN_IN);
    }

    private static boolean wrong(Report.Verdict verdict) {
        return wrong(verdict.code(), verdict.stage());
    }
}
