package org.mailmedic.website;

import java.time.Instant;
import java.util.Optional;

/// A file to be put on the website's server, ready to be written. The key is in no part of it, only its SHA-256.
///
/// @param key     who asks must know it; shown once
/// @param expires from then on the file answers nobody
/// @param query   what to put behind the file's address to ask it; empty where it is not asked over the web
public record ProbeFile(ProbeForm form, byte[] content, String key, Instant expires, String query) {
    private static final int TAG_DIGITS = 10;
    private static final int COUNTER_DIGITS = 24;

    /// What to call it: nobody can guess it who has not seen the file.
    public String name() {
        return base() + switch (form) {
            case PHP -> ".php";
            case WORDPRESS -> ".zip";
            case SHELL -> ".sh";
        };
    }

    /// Where it answers once it is in its usual place, as a path below the website's own address; empty where it is not asked over the web.
    public String path() {
        return switch (form) {
            case PHP -> name();
            case WORDPRESS -> "wp-content/plugins/" + base() + "/probe.php";
            case SHELL -> "";
        };
    }

    /// What the file writes beside itself, so that it answers only so often: a count and a time, of no use to anybody. Empty where it
    /// does not, or where its own removal takes it along.
    public Optional<String> counter() {
        return form == ProbeForm.PHP ? Optional.of(counter(key)) : Optional.empty();
    }

    /// Of a PHP file with that key.
    public static String counter(String key) {
        return ProbeMaker.sha256(key).substring(0, COUNTER_DIGITS) + ".lock";
    }

    /// What to look for on the website when it is to be deleted.
    public String nameThere() {
        return form == ProbeForm.WORDPRESS ? base() : name();
    }

    private String base() {
        return "mail-medic-" + ProbeMaker.sha256(key).substring(0, TAG_DIGITS);
    }
}
