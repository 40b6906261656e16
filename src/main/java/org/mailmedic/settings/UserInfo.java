package org.mailmedic.settings;

import java.util.regex.Pattern;

/// Hides a password that stands inside an address such as `smtp://anna:secret@smtp.example.org`.
public final class UserInfo {
    private static final String DOTS = "••••";
    /// A name, a colon and whatever stands before the last `@` of an address with a scheme (RFC 3986 §3.2.1).
    private static final Pattern IN_WORDS = Pattern.compile("(?<=://)([^\\s:@/]{0,200}):\\S{1,400}@");

    /// A number alone, not a password that begins with a digit.
    private static final Pattern PORT = Pattern.compile("\\d{1,5}(?:[/?#\\s]|$)");

    private UserInfo() {}

    /// A sentence that may name such an address, with dots in place of the password.
    public static String maskedIn(String sentence) {
        return sentence.contains("://") ? IN_WORDS.matcher(sentence).replaceAll("$1:" + DOTS + "@") : sentence;
    }

    /// The same text, with dots in place of whatever may be the password: in front of an `@`, or behind a name and a colon as in
    /// `anna@example.org:secret`.
    public static String masked(String text) {
        int at = text.lastIndexOf('@');
        int scheme = text.indexOf("//");
        int from = scheme >= 0 && scheme < at ? scheme + 2 : 0;
        int colon = at < 0 ? -1 : text.indexOf(':', from);
        String front = colon < 0 || colon > at ? text : text.substring(0, colon + 1) + DOTS + text.substring(at);
        int last = front.lastIndexOf(':');
        boolean port = last < 0 || last + 1 == front.length() || PORT.matcher(front.substring(last + 1)).lookingAt();
        return last > front.lastIndexOf('@') && at >= 0 && !port ? front.substring(0, last + 1) + DOTS : front;
    }
}
