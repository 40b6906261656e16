package org.mailmedic.report.mask;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.settings.Secret;

/// What a secret can be recognised by in a text: its pieces, and where it is short, itself. Closing it wipes them. Not thread-safe.
final class SecretTraces implements AutoCloseable {
    /// Shorter secrets are masked as whole words only: every text is full of single letters.
    private static final int ANYWHERE = 4;
    /// From here on, case does not matter; shorter ones are known as they are, in capitals and in small letters.
    private static final int ANY_CASE = 6;
    /// Fewer base64 characters than this say nothing.
    private static final int TELLING = 6;

    /// Long words that replies and explanations are full of: a password that has one inside is not given away by it.
    private static final Set<String> ORDINARY = Set.of("password", "passwords", "passwort", "passphrase", "username", "benutzername",
            "mailserver", "mailbox", "administrator", "authentication", "authenticate", "authenticated", "authorization", "credentials",
            "incorrect", "connection", "connected", "certificate", "provider", "recipient", "security", "encryption", "encrypted",
            "temporary", "temporarily", "unavailable", "submission", "settings", "computer", "internet", "website", "accepted",
            "rejected", "required", "mechanism", "unrecognized", "command", "response", "message", "messages", "microsoft", "outlook",
            "application", "sunshine", "football", "different", "available");

    private final Grams plain = new Grams();
    private final Grams telling = new Grams();
    private final Grams letters = new Grams();
    private final List<char[]> wholes = new ArrayList<>();
    private final List<char[]> shorts = new ArrayList<>();
    private final List<char[]> shortBlobs = new ArrayList<>();
    private final List<char[]> beginnings = new ArrayList<>();
    private final boolean partly;
    private boolean empty = true;

    private SecretTraces(boolean partly) {
        this.partly = partly;
    }

    static SecretTraces ofPassword(String user, Secret secret) {
        var traces = new SecretTraces(true);
        traces.secret(user, secret, false);
        return traces;
    }

    /// A token is not made of words, so that any piece of it tells.
    static SecretTraces ofToken(String user, Secret token) {
        var traces = new SecretTraces(true);
        traces.secret(user, token, true);
        return traces;
    }

    /// A name as a whole.
    static SecretTraces ofName(String name) {
        var traces = new SecretTraces(false);
        traces.secret("", Secret.of(name), false);
        return traces;
    }

    boolean isEmpty() {
        return empty;
    }

    private void secret(String user, Secret secret, boolean token) {
        char[] chars = secret.chars();
        String value = new String(chars);
        Arrays.fill(chars, '\0');
        if (value.isEmpty()) {
            return;
        }
        empty = false;
        var forms = new LinkedHashSet<>(List.of(value));
        if (value.chars().anyMatch(c -> c > 0x7f)) {
            // Sign-in may send the prepared form (RFC 8265 §4.2, RFC 4013 §2.2).
            forms.add(Normalizer.normalize(value, Normalizer.Form.NFC));
            forms.add(Normalizer.normalize(value, Normalizer.Form.NFD));
            forms.add(Normalizer.normalize(value, Normalizer.Form.NFKC));
            forms.add(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        for (String form : forms) {
            written(form);
            if (token) {
                blob(form);
            }
            byte[] utf8 = form.getBytes(StandardCharsets.UTF_8);
            if (utf8.length >= ANYWHERE) {
                blob(HexFormat.of().formatHex(utf8));
            }
            whole(form);
            whole("\0" + user + "\0" + form);
            whole(user + "\0" + user + "\0" + form);
            alignments(utf8);
            if (partly) {
                for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    alignments(form.getBytes(wide));
                    blob(HexFormat.of().formatHex(form.getBytes(wide)));
                }
            }
        }
    }

    private void written(String form) {
        DecodedView bare = DecodedView.of(form).bare();
        if (bare.length() >= Grams.LENGTH) {
            plain.add(bare);
            if (partly) {
                plain.add(bare.reversed());
            }
            wholes.add(form.replaceAll("\\s", "").toCharArray());
        } else {
            shorts.add(form.toCharArray());
            if (form.length() >= ANYWHERE && form.length() < ANY_CASE) {
                shorts.add(form.toUpperCase(Locale.ROOT).toCharArray());
                shorts.add(form.toLowerCase(Locale.ROOT).toCharArray());
            }
        }
        beginnings.add(form.toCharArray());
    }

    /// An answer of a sign-in as it was sent, and what is in it.
    ///
    /// @param open what is known to everybody: no secret, although it was sent in secret
    void sent(char[] line, List<String> open) {
        String value = new String(line);
        if (value.length() < Grams.LENGTH) {
            return;
        }
        empty = false;
        blob(value);
        DecodedView bare = DecodedView.of(value).bare();
        telling.add(bare.reversed());
        beginnings.add(line.clone());
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException notBase64) {
            return;
        }
        for (String piece : new String(decoded, StandardCharsets.UTF_8).split("[\\x00\\x01 ,]")) {
            String secret = piece.length() > 2 && piece.charAt(1) == '=' ? piece.substring(2) : piece;
            boolean known = piece.startsWith("auth=") || piece.startsWith("host=") || piece.startsWith("port=")
                    || open.stream().anyMatch(each -> secret.contains(each) || each.contains(secret));
            if (secret.length() >= Grams.LENGTH && !known) {
                written(secret);
                if (DecodedView.of(secret).bare().letters().length() >= secret.length() - 2) {
                    blob(secret);
                }
            }
        }
    }

    private void whole(String text) {
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        encoded(encoded);
        beginnings.add(encoded.toCharArray());
    }

    /// What the secret turns into behind 0, 1 or 2 unknown bytes, without the characters that neighbours have a share in.
    private void alignments(byte[] secret) {
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String core = encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
            if (core.length() >= TELLING) {
                encoded(core);
            }
        }
    }

    private void encoded(String base64) {
        if (base64.length() >= Grams.LENGTH) {
            blob(base64);
            blob(base64.replace('+', '-').replace('/', '_'));
        } else {
            shortBlobs.add(base64.toCharArray());
        }
    }

    /// Something that no ordinary text has a piece of.
    private void blob(String text) {
        telling.add(DecodedView.of(text).bare());
        letters.add(DecodedView.of(text).bare().letters());
    }

    /// Marks in `hidden` where in the text as written a trace of the secret stands in `view`.
    void find(DecodedView view, BitSet hidden) {
        DecodedView squeezed = view.squeezed();
        pieces(plain, squeezed, view, hidden, false);
        pieces(telling, squeezed, view, hidden, true);
        pieces(letters, squeezed.letters(), view, hidden, true);
        if (!shorts.isEmpty()) {
            DecodedView joined = view.joined();
            shorts.forEach(each -> shortOne(each, joined, view, hidden));
        }
        shortBlobs.forEach(each -> shortBlob(each, view, hidden));
        cutOff(view, hidden);
    }

    private void pieces(Grams wanted, DecodedView squeezed, DecodedView view, BitSet hidden, boolean blob) {
        if (wanted.isEmpty()) {
            return;
        }
        BitSet found = wanted.in(squeezed);
        for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
            int start = at;
            int end = at + Grams.LENGTH;
            for (at++; at <= end; at++) {
                if (found.get(at)) {
                    end = at + Grams.LENGTH;
                }
            }
            if (blob) {
                run(squeezed.from(start), squeezed.to(end - 1), view, hidden);
            } else if (tells(squeezed, start, end, view)) {
                mark(squeezed.from(start), squeezed.to(end - 1), view, hidden);
            }
        }
    }

    private boolean tells(DecodedView squeezed, int start, int end, DecodedView view) {
        if (wholes.stream().anyMatch(whole -> exactly(whole, squeezed, start, end, view))) {
            return true;
        }
        if (!partly) {
            return wholes.stream().anyMatch(whole -> end - start >= whole.length);
        }
        var run = new StringBuilder(end - start);
        for (int i = start; i < end && run.length() < 20; i++) {
            run.append(squeezed.at(i));
        }
        return ORDINARY.stream().noneMatch(word -> word.contains(run));
    }

    private static boolean exactly(char[] whole, DecodedView squeezed, int start, int end, DecodedView view) {
        boolean same = end - start == whole.length;
        boolean capitals = same;
        for (int i = 0; (same || capitals) && i < whole.length; i++) {
            char c = view.at(squeezed.from(start + i));
            same &= c == whole[i];
            capitals &= c == Character.toUpperCase(whole[i]);
        }
        return same || capitals;
    }

    private static void mark(int start, int end, DecodedView view, BitSet hidden) {
        hidden.set(view.from(start), Math.max(view.to(end - 1), view.from(start)));
    }

    /// The whole run of base64 around a hit goes, because its edges hold some of the secret's bits.
    private static void run(int start, int end, DecodedView view, BitSet hidden) {
        int from = start;
        int to = end;
        while (from > 0 && inAlphabet(view.at(from - 1))) {
            from--;
        }
        while (to < view.length() && inAlphabet(view.at(to))) {
            to++;
        }
        while (to < view.length() && view.at(to) == '=') {
            to++;
        }
        mark(from, to, view, hidden);
    }

    private static void shortOne(char[] secret, DecodedView joined, DecodedView view, BitSet hidden) {
        for (int start = 0; start + secret.length <= joined.length(); start++) {
            int end = start + secret.length;
            if (matches(secret, secret.length, joined, start, secret.length >= ANY_CASE)
                    && (secret.length >= ANYWHERE || standsAlone(joined, start, end))) {
                mark(joined.from(start), joined.to(end - 1), view, hidden);
            }
        }
    }

    private static boolean matches(char[] wanted, int count, DecodedView text, int start, boolean anyCase) {
        for (int i = 0; i < count; i++) {
            char c = text.at(start + i);
            if (c != wanted[i] && !(anyCase && Character.toLowerCase(c) == Character.toLowerCase(wanted[i]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAlone(DecodedView text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.at(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.at(end)));
    }

    private static void shortBlob(char[] core, DecodedView view, BitSet hidden) {
        for (int start = 0; start + core.length <= view.length(); start++) {
            int matched = 0;
            while (matched < core.length && standard(view.at(start + matched)) == core[matched]) {
                matched++;
            }
            int end = start + core.length;
            boolean whole = (start == 0 || !inAlphabet(view.at(start - 1))) && (end == view.length() || !inAlphabet(view.at(end)));
            if (matched == core.length && (core.length >= TELLING || whole)) {
                run(start, end, view, hidden);
            }
        }
    }

    /// What an ellipsis left of a secret: its beginning, right before the sign. Longer ones are found by their pieces.
    private void cutOff(DecodedView view, BitSet hidden) {
        for (int end = ANYWHERE; end < view.length(); end++) {
            if (view.at(end) != '…') {
                continue;
            }
            for (char[] wanted : beginnings) {
                for (int length = Math.min(end, Math.min(wanted.length, Grams.LENGTH) - 1); length >= ANYWHERE; length--) {
                    if (matches(wanted, length, view, end - length, true)) {
                        mark(end - length, end, view, hidden);
                        break;
                    }
                }
            }
        }
    }

    /// The URL-safe alphabet means the same (RFC 4648 §5).
    private static char standard(char c) {
        return c == '-' ? '+' : c == '_' ? '/' : c;
    }

    private static boolean inAlphabet(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '-' || c == '_';
    }

    @Override
    public void close() {
        List.of(plain, telling, letters).forEach(Grams::close);
        for (var all : List.of(wholes, shorts, shortBlobs, beginnings)) {
            all.forEach(each -> Arrays.fill(each, '\0'));
            all.clear();
        }
        empty = true;
    }
}
