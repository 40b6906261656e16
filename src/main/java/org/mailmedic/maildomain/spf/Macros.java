package org.mailmedic.maildomain.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mailmedic.plan.AddressText;

/// The macros of SPF (RFC 7208 §7): whether a text is well-formed, and what it becomes for one sender.
final class Macros {
    private static final String LETTERS = "slodiphv";
    private static final String MORE_IN_EXPLANATIONS = "crt";
    private static final String DELIMITERS = ".-+,/_=";
    private static final Pattern LOCAL_PART = Pattern.compile("(?:^|[^%])(?:%%)*%\\{[slSL]");
    private static final int LONGEST_NAME = 253;

    /// What the letters stand for.
    ///
    /// @param validated the name that `p` stands for; asked for only where it is used, because it costs look-ups
    record Sender(InetAddress ip, String localPart, String domain, String helo, Supplier<String> validated) {}

    private record Expand(char letter, int keep, boolean reverse, String delimiters, int end) {}

    private Macros() {}

    /// Whether it is a `domain-spec`: macros, and at its end a top label or a macro.
    static boolean domainSpec(String text) {
        Optional<Boolean> macroLast = scan(text, LETTERS, false);
        return macroLast.isPresent() && (macroLast.get() || endsInTopLabel(text));
    }

    /// Whether it is a `macro-string`, which may be empty.
    static boolean macroString(String text) {
        return text.isEmpty() || scan(text, LETTERS, false).isPresent();
    }

    /// Whether it is an `explain-string`.
    static boolean explainString(String text) {
        return text.isEmpty() || scan(text, LETTERS + MORE_IN_EXPLANATIONS, true).isPresent();
    }

    /// Empty when it is malformed, otherwise whether its last piece was a macro that expands.
    private static Optional<Boolean> scan(String text, String letters, boolean blanks) {
        boolean macroLast = false;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            macroLast = false;
            if (c != '%') {
                if (c < 0x21 && !(blanks && c == ' ') || c > 0x7e) {
                    return Optional.empty();
                }
                at++;
                continue;
            }
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (next == '%' || next == '_' || next == '-') {
                at += 2;
                continue;
            }
            Optional<Expand> expand = next == '{' ? expand(text, at + 2, letters) : Optional.empty();
            if (expand.isEmpty()) {
                return Optional.empty();
            }
            at = expand.get().end();
            macroLast = true;
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(macroLast);
    }

    /// Reads what stands behind `%{`.
    private static Optional<Expand> expand(String text, int from, String letters) {
        int close = text.indexOf('}', from);
        if (close <= from || letters.indexOf(Character.toLowerCase(text.charAt(from))) < 0) {
            return Optional.empty();
        }
        int at = from + 1;
        int digits = at;
        while (at < close && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int keep = Integer.MAX_VALUE;
        if (at > digits) {
            // more than any name has labels means all of them
            keep = at - digits > 4 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(digits, at));
            if (keep == 0) {
                return Optional.empty();
            }
        }
        boolean reverse = at < close && Character.toLowerCase(text.charAt(at)) == 'r';
        String delimiters = text.substring(reverse ? at + 1 : at, close);
        return delimiters.chars().allMatch(c -> DELIMITERS.indexOf(c) >= 0)
                ? Optional.of(new Expand(text.charAt(from), keep, reverse, delimiters.isEmpty() ? "." : delimiters, close + 1))
                        : Optional.empty();
    }

    private static boolean endsInTopLabel(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        int dot = name.lastIndexOf('.');
        String top = name.substring(dot + 1);
        boolean formed = !top.isEmpty() && top.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'))
                && top.charAt(0) != '-' && top.charAt(top.length() - 1) != '-';
        return dot >= 0 && formed && !top.chars().allMatch(Character::isDigit);
    }

    /// Whether it names the sender's local part, and that has other letters than those of ASCII: then the term matches nothing, since DNS
    /// has no such labels (RFC 8616 §4).
    static boolean unanswerable(String spec, Sender sender) {
        return LOCAL_PART.matcher(spec).find() && sender.localPart().chars().anyMatch(c -> c >= 0x80);
    }

    /// What a well-formed domain-spec becomes: without the closing dot; too long a name loses labels at its left (§7.3).
    static String name(String spec, Sender sender, String domain) {
        String name = text(spec, sender, domain);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        while (name.length() > LONGEST_NAME) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return name;
            }
            name = name.substring(dot + 1);
        }
        return name;
    }

    /// What a well-formed text becomes.
    static String text(String template, Sender sender, String domain) {
        var text = new StringBuilder();
        for (int at = 0; at < template.length(); ) {
            char c = template.charAt(at);
            if (c != '%') {
                text.append(c);
                at++;
                continue;
            }
            char next = template.charAt(at + 1);
            if (next == '{') {
                Expand expand = expand(template, at + 2, LETTERS + MORE_IN_EXPLANATIONS).orElseThrow();
                text.append(value(expand, sender, domain));
                at = expand.end();
            } else {
                text.append(next == '%' ? "%" : next == '_' ? " " : "%20");
                at += 2;
            }
        }
        return text.toString();
    }

    private static String value(Expand expand, Sender sender, String domain) {
        char letter = Character.toLowerCase(expand.letter());
        String value = transformed(switch (letter) {
            case 's' -> sender.localPart() + "@" + sender.domain();
            case 'l' -> sender.localPart();
            case 'o' -> sender.domain();
            case 'd' -> domain;
            case 'i' -> dotted(sender.ip());
            case 'p' -> sender.validated().get();
            case 'h' -> sender.helo();
            case 'v' -> sender.ip() instanceof Inet4Address ? "in-addr" : "ip6";
            case 'c' -> AddressText.of(sender.ip());
            case 't' -> "0";
            default -> "unknown";
        }, expand);
        return Character.isUpperCase(expand.letter()) ? escaped(value) : value;
    }

    private static String transformed(String value, Expand expand) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || expand.delimiters().indexOf(value.charAt(i)) >= 0) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        if (expand.reverse()) {
            Collections.reverse(parts);
        }
        return String.join(".", parts.subList(Math.max(0, parts.size() - expand.keep()), parts.size()));
    }

    /// IPv4 as usual, IPv6 nibble by nibble.
    private static String dotted(InetAddress ip) {
        if (ip instanceof Inet4Address) {
            return ip.getHostAddress();
        }
        var nibbles = new ArrayList<String>();
        for (byte b : ip.getAddress()) {
            nibbles.add(Integer.toHexString(b >> 4 & 0xf).toUpperCase(Locale.ROOT));
            nibbles.add(Integer.toHexString(b & 0xf).toUpperCase(Locale.ROOT));
        }
        return String.join(".", nibbles);
    }

    /// Everything but the unreserved characters of RFC 3986 §2.3.
    private static String escaped(String value) {
        var text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.ISO_8859_1)) {
            int c = b & 0xff;
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            text.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "%%%02X", c));
        }
        return text.toString();
    }
}
