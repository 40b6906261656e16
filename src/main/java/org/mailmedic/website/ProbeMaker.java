package org.mailmedic.website;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailmedic.advice.Language;
import org.mailmedic.plan.Plan;
import org.mailmedic.settings.Settings;

/// Makes the file that looks at a mail server from the website's own server. No password, user name or address of a person ever gets into
/// it: only the server, its port and its security.
public final class ProbeMaker {
    /// How long the file answers.
    public static final Duration LIFE = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;
    private static final int TAG_DIGITS = 10;

    private final SecureRandom random;
    private final InstantSource clock;

    /// @param random where the key comes from
    public ProbeMaker(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /// @param plan     what is looked at, made from `settings`
    /// @param language of the words in it; WordPress shows them in the reader's own, where we have it
    /// @throws IllegalArgumentException when the plan has no usable host
    public ProbeFile make(Settings settings, Plan plan, ProbeForm form, Language language) {
        if (!plan.possible()) {
            throw new IllegalArgumentException("a probe needs a host");
        }
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = made.plus(LIFE);
        Map<String, String> values = new LinkedHashMap<>(values(settings, plan, form, made, expires, sha256(key)));
        var words = new ProbeWords(plan.host(), plan.port(), made, expires);
        values.putAll(words.heads(language));
        values.put("LANGUAGE", language.tag());
        values.put("ALL_WORDS", words.shownByWordPress());
        byte[] content = switch (form) {
            case PHP -> Template.open("probe.php.txt").fill(values);
            case WORDPRESS -> plugin(values, made);
            case SHELL -> Template.open("probe.sh.txt").fill(values);
        };
        return new ProbeFile(form, content, key, expires, form == ProbeForm.SHELL ? "" : "?k=" + key);
    }

    private static Map<String, String> values(Settings settings, Plan plan, ProbeForm form, Instant made, Instant expires, String hash) {
        List<ServerLook> looks = ServerLook.in(plan);
        var values = new LinkedHashMap<String, String>();
        values.put("CLASS", "MailMedicProbe_" + hash.substring(0, TAG_DIGITS));
        values.put("TAG", hash.substring(0, TAG_DIGITS));
        values.put("MADE", Long.toString(made.getEpochSecond()));
        values.put("MADE_TEXT", made.toString());
        values.put("EXPIRES", Long.toString(expires.getEpochSecond()));
        values.put("KEY_SHA256", hash);
        values.put("LEAVES", Boolean.toString(form == ProbeForm.PHP));
        values.put("FORM", form.id());
        values.put("HOST", plan.host());
        values.put("PORT", Integer.toString(plan.port()));
        values.put("MODE", plan.mode().id());
        values.put("SECURITY", settings.security().id());
        values.put("LOOKS", looks.stream().map(ServerLook::php).collect(Collectors.joining("\n")));
        values.put("SHELL_LOOKS", looks.stream().map(ServerLook::shell).collect(Collectors.joining("\n")));
        return values;
    }

    /// The folder's name cannot be guessed, as a file's that stands alone should not be.
    private static byte[] plugin(Map<String, String> values, Instant made) {
        String folder = "mail-medic-" + values.get("TAG") + "/";
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            put(out, folder + "mail-medic.php", Template.open("plugin.php.txt").fill(values), made);
            put(out, folder + "probe.php", Template.open("probe.php.txt").fill(values), made);
            put(out, folder + "words.php", Template.open("words.php.txt").fill(values), made);
            put(out, folder + "uninstall.php", Template.open("uninstall.php.txt").fill(values), made);
            put(out, folder + "index.php", Template.open("index.php.txt").fill(values), made);
            put(out, folder + "readme.txt", Template.open("readme.txt").fill(values), made);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content, Instant made) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(made.toEpochMilli());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
