package org.mailmedic.advice;

import java.net.IDN;
import java.text.Normalizer;

/// A name as the person wrote it: `blumen-müller.de` for `xn--blumen-mller-klb.de` (RFC 5891 §4.4). What could be made to look like another
/// name stays as it is asked for: one with two scripts in one label, and one that is wholly of letters that look like Latin ones
/// (UTS #39 §4, §5.1).
public final class ReadableName {
    private static final int LONGEST = 253;
    /// Latin letters that are no plain one with a mark, and look like none either.
    private static final String OTHER_LATIN = "ßæœøðþđłħŋ";
    /// Letters of other scripts that can be taken for a Latin letter or a digit.
    private static final String LOOKALIKE = "асԁеһіјӏорԛѕԝхуьвгкмнтпзчбѡґүҡνορυαγικτχωεηѵ";

    private ReadableName() {}

    /// @param host in ASCII, or whatever was typed
    public static String of(String host) {
        if (!host.contains("xn--") || host.length() > LONGEST) {
            return host;
        }
        try {
            String readable = IDN.toUnicode(host);
            return plain(readable) && IDN.toASCII(readable).equalsIgnoreCase(host) ? readable : host;
        } catch (IllegalArgumentException noName) {
            return host;
        }
    }

    /// The same, with the name that stands in DNS behind it where that is another one.
    public static String withAscii(String host) {
        String readable = of(host);
        return readable.equals(host) ? host : readable + " (" + host + ")";
    }

    private static boolean plain(String name) {
        for (String label : name.split("\\.")) {
            if (!latin(label) && !otherScript(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean latin(String label) {
        return label.codePoints().allMatch(c -> neutral(c) || c >= 'a' && c <= 'z' || OTHER_LATIN.indexOf(c) >= 0
                || Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).matches("[a-z]\\p{Mn}{1,2}"));
    }

    /// Letters of one script alone, and one of them at least that no Latin letter looks like.
    private static boolean otherScript(String label) {
        int[] letters = label.codePoints().filter(c -> !neutral(c)).toArray();
        boolean distinct = false;
        for (int c : letters) {
            if (!Character.isLetter(c) || Character.UnicodeScript.of(c) != Character.UnicodeScript.of(letters[0])) {
                return false;
            }
            distinct |= LOOKALIKE.indexOf(c) < 0;
        }
        return distinct && Character.UnicodeScript.of(letters[0]) != Character.UnicodeScript.LATIN;
    }

    private static boolean neutral(int c) {
        return c >= '0' && c <= '9' || c == '-';
    }
}
