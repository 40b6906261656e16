package org.mailmedic.pasted;

/// Hides a password that stands inside an address such as `smtp://anna:secret@smtp.example.org`.
public final class UserInfo {
    private static final String DOTS = "••••";

    private UserInfo() {}

    /// The same text, with dots in place of whatever may be the password: in front of an `@`, or behind a name and a colon as in
    /// `anna@example.org:secret`.
    public static String masked(String text) {
        int at = text.lastIndexOf('@');
        int scheme = text.indexOf("//");
        int from = scheme >= 0 && scheme < at ? scheme + 2 : 0;
        int colon = at < 0 ? -1 : text.indexOf(':', from);
        String front = colon < 0 || colon > at ? text : text.substring(0, colon + 1) + DOTS + text.substring(at);
        int last = front.lastIndexOf(':');
        boolean port = last < 0 || last + 1 == front.length() || Character.isDigit(front.charAt(last + 1));
        return last > front.lastIndexOf('@') && at >= 0 && !port ? front.substring(0, last + 1) + DOTS : front;
    }
}
