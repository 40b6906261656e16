package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;

/// Reads the keys and plain values out of PHP's serialised form, `s:4:"host";s:16:"smtp.example.org";`, without making anything of it.
/// Lengths are not believed, since people edit such texts by hand.
public final class PhpSerialized {
    private static final int LONGEST = 1000;
    private static final int MOST = 5000;

    private PhpSerialized() {}

    public static List<Token.Pair> pairs(String text) {
        List<Token.Pair> pairs = new ArrayList<>();
        String key = "";
        int at = text.indexOf("s:");
        while (at >= 0 && at < text.length() && pairs.size() < MOST) {
            char type = text.charAt(at);
            boolean plain = type == 's' || type == 'i' || type == 'b' || type == 'd';
            boolean valued = plain && at + 1 < text.length() && text.charAt(at + 1) == ':';
            int end = valued ? digits(text, at + 2) : at;
            if (type == 's' && text.startsWith(":\"", end)) {
                int close = text.indexOf("\";", end + 2);
                if (close < 0) {
                    break;
                }
                key = pair(key, text.substring(end + 2, Math.min(close, end + 2 + LONGEST)), pairs);
                at = close + 2;
            } else if (valued && type != 's' && end > at + 2) {
                key = pair(key, text.substring(at + 2, Math.min(end, at + 12)), pairs);
                at = end;
            } else {
                key = type == '{' || type == '}' || type == 'N' ? "" : key;
                at++;
            }
        }
        return pairs;
    }

    private static String pair(String key, String value, List<Token.Pair> pairs) {
        if (key.isEmpty()) {
            return value;
        }
        pairs.add(new Token.Pair(key, value, true, 1));
        return "";
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
