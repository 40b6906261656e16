package org.mailmedic.monitor.exporter;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.sun.net.httpserver.BasicAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Asks for a name and password (RFC 7617), which are compared with bcrypt hashes. One comparison at a time, since each is slow on purpose,
/// and who has to wait too long for one is not let in; the last ones that were right are remembered by a keyed hash, and wait for nobody.
/// Thread-safe.
final class Doorman extends BasicAuthenticator {
    private static final String NOBODY = "$2b$10$abcdefghijklmnopqrstuuHWDsBsFWHGbZ4cCMD3Fa6fsWWSTfkaS";
    private static final int MOST_KNOWN = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Semaphore comparing = new Semaphore(1, true);
    private final Map<String, String> users;
    private final byte[] key = new byte[32];
    private final LinkedHashSet<String> known = new LinkedHashSet<>();

    Doorman(Map<String, String> users) {
        super("Mail Medic", StandardCharsets.UTF_8);
        this.users = Map.copyOf(users);
        new SecureRandom().nextBytes(key);
    }

    @Override
    public boolean checkCredentials(String user, String password) {
        String seal = seal(user, password);
        return isKnown(seal) || compared(user, password, seal);
    }

    private boolean compared(String user, String password, String seal) {
        try {
            if (!comparing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            boolean right = isKnown(seal) || matches(user, password);
            if (right) {
                remember(seal);
            }
            return right;
        } finally {
            comparing.release();
        }
    }

    private boolean matches(String user, String password) {
        // somebody unknown takes as long as somebody known
        String hash = users.getOrDefault(user, NOBODY);
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        boolean right = bytes.length <= 72 && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.US_ASCII)).verified
                && users.containsKey(user);
        Arrays.fill(bytes, (byte) 0);
        return right;
    }

    private synchronized boolean isKnown(String seal) {
        return known.contains(seal);
    }

    private synchronized void remember(String seal) {
        known.addLast(seal);
        if (known.size() > MOST_KNOWN) {
            known.removeFirst();
        }
    }

    private String seal(String user, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((user.length() + ":" + user).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java platform", impossible);
        }
    }
}
