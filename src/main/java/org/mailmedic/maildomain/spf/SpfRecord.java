package org.mailmedic.maildomain.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One SPF record, taken apart (RFC 7208 §4.6, §12).
///
/// @param broken the terms that are not well-formed, as they stand there; with any, the whole record counts for nothing (permerror)
public record SpfRecord(String text, List<Directive> directives, Optional<String> redirect, Optional<String> exp, List<String> broken) {
    private static final String VERSION = "v=spf1";
    private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)=(.*)", Pattern.DOTALL);
    private static final Pattern MECHANISM = Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9_.-]*)(.*)", Pattern.DOTALL);
    private static final Pattern PREFIXES = Pattern.compile("(.*?)(?:/(0|[1-9]\\d?))?(?://(0|[1-9]\\d{0,2}))?", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("([^/]*)(?:/(0|[1-9]\\d{0,2}))?", Pattern.DOTALL);

    public SpfRecord {
        directives = List.copyOf(directives);
        broken = List.copyOf(broken);
    }

    /// Whether a TXT record says that it is one: the version, and then a blank or nothing (§4.5).
    public static boolean claims(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    /// @param text that [#claims] to be a record
    public static SpfRecord parse(String text) {
        List<Directive> directives = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        Optional<String> redirect = Optional.empty();
        Optional<String> exp = Optional.empty();
        for (String term : text.substring(VERSION.length()).split(" ")) {
            if (term.isEmpty()) {
                continue;
            }
            Matcher modifier = MODIFIER.matcher(term);
            if (!modifier.matches()) {
                directive(term).ifPresentOrElse(directives::add, () -> broken.add(term));
                continue;
            }
            String value = modifier.group(2);
            switch (modifier.group(1).toLowerCase(Locale.ROOT)) {
                case "redirect" -> {
                    note(broken, term, redirect.isPresent() || !Macros.domainSpec(value));
                    redirect = Optional.of(value);
                }
                case "exp" -> {
                    note(broken, term, exp.isPresent() || !Macros.domainSpec(value));
                    exp = Optional.of(value);
                }
                default -> note(broken, term, !Macros.macroString(value));
            }
        }
        return new SpfRecord(text, directives, redirect, exp, broken);
    }

    private static void note(List<String> broken, String term, boolean isBroken) {
        if (isBroken) {
            broken.add(term);
        }
    }

    public boolean wellFormed() {
        return broken.isEmpty();
    }

    private static Optional<Directive> directive(String term) {
        Matcher parts = MECHANISM.matcher(term);
        if (!parts.matches()) {
            return Optional.empty();
        }
        SpfResult result = SpfResult.of(parts.group(1).isEmpty() ? '+' : parts.group(1).charAt(0));
        String rest = parts.group(3);
        return switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "all" -> rest.isEmpty() ? Optional.of(plain(term, result, Directive.Kind.ALL, Optional.empty())) : Optional.empty();
            case "include" -> named(term, result, Directive.Kind.INCLUDE, rest, true);
            case "exists" -> named(term, result, Directive.Kind.EXISTS, rest, true);
            case "ptr" -> named(term, result, Directive.Kind.PTR, rest, false);
            case "a" -> hosts(term, result, Directive.Kind.A, rest);
            case "mx" -> hosts(term, result, Directive.Kind.MX, rest);
            case "ip4" -> network(term, result, Directive.Kind.IP4, rest, 32);
            case "ip6" -> network(term, result, Directive.Kind.IP6, rest, 128);
            default -> Optional.empty();
        };
    }

    private static Directive plain(String term, SpfResult result, Directive.Kind kind, Optional<String> domain) {
        return new Directive(term, result, kind, domain, Optional.empty(), 32, 128);
    }

    private static Optional<Directive> named(String term, SpfResult result, Directive.Kind kind, String rest, boolean needed) {
        if (rest.isEmpty() && !needed) {
            return Optional.of(plain(term, result, kind, Optional.empty()));
        }
        return rest.startsWith(":") && Macros.domainSpec(rest.substring(1))
                ? Optional.of(plain(term, result, kind, Optional.of(rest.substring(1)))) : Optional.empty();
    }

    private static Optional<Directive> hosts(String term, SpfResult result, Directive.Kind kind, String rest) {
        Matcher parts = PREFIXES.matcher(rest);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1);
        int four = parts.group(2) == null ? 32 : Integer.parseInt(parts.group(2));
        int six = parts.group(3) == null ? 128 : Integer.parseInt(parts.group(3));
        boolean formed = name.isEmpty() || name.startsWith(":") && Macros.domainSpec(name.substring(1));
        return formed && four <= 32 && six <= 128 ? Optional.of(new Directive(term, result, kind,
                name.isEmpty() ? Optional.empty() : Optional.of(name.substring(1)), Optional.empty(), four, six)) : Optional.empty();
    }

    private static Optional<Directive> network(String term, SpfResult result, Directive.Kind kind, String rest, int longest) {
        Matcher parts = PREFIX.matcher(rest.startsWith(":") ? rest.substring(1) : "");
        if (!parts.matches()) {
            return Optional.empty();
        }
        int prefix = parts.group(2) == null ? longest : Integer.parseInt(parts.group(2));
        Optional<byte[]> address = longest == 32 ? Cidr.ip4(parts.group(1)) : Cidr.ip6(parts.group(1));
        return prefix > longest ? Optional.empty() : address.map(bytes -> new Directive(term, result, kind, Optional.empty(),
                Optional.of(new Cidr(bytes, prefix)), 32, 128));
    }
}
