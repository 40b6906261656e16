package org.mailmedic.maildomain.dmarc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One DMARC record, taken apart (RFC 9989 §4.7, §4.8).
///
/// @param tags     names in small letters, values as written; of a tag that comes twice the first
/// @param problems the contract's words, in the record's order
public record DmarcRecord(String text, Map<String, String> tags, List<String> problems) {
    private static final Pattern VERSION = Pattern.compile("[ \\t]*[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern LOOKS_LIKE = Pattern.compile("dmarc1?\\b|\\bp\\s*=\\s*(?:none|quarantine|reject)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");
    private static final Pattern SIZE = Pattern.compile("![0-9]+[kmgtKMGT]?$");
    private static final Set<String> REMOVED = Set.of("pct", "rf", "ri");
    private static final Set<String> POLICIES = Set.of("p", "sp", "np");
    private static final int MOST_TAGS = 200;

    /// One address for reports.
    ///
    /// @param tag  `rua` or `ruf`
    /// @param host whose mailbox it is; empty where it is no mailbox
    public record ReportAddress(String tag, String uri, String host) {}

    public DmarcRecord {
        problems = List.copyOf(problems);
    }

    /// Whether a TXT record is one: the version comes first, and in capitals.
    public static boolean claims(String text) {
        return VERSION.matcher(text).matches();
    }

    /// Whether somebody meant it to be one.
    static boolean resembles(String text) {
        return !claims(text) && text.length() < 4096 && LOOKS_LIKE.matcher(text).find();
    }

    /// @param text that [#claims] to be a record
    public static DmarcRecord parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        String[] parts = text.split(";");
        for (int i = 1; i < parts.length && i < MOST_TAGS; i++) {
            int sign = parts[i].indexOf('=');
            if (sign > 0) {
                tags.putIfAbsent(parts[i].substring(0, sign).strip().toLowerCase(Locale.ROOT), parts[i].substring(sign + 1).strip());
            } else if (!parts[i].isBlank()) {
                tags.putIfAbsent(parts[i].strip().toLowerCase(Locale.ROOT), "");
            }
        }
        List<String> problems = new ArrayList<>();
        if (!tags.containsKey("p")) {
            problems.add("policy_missing");
        }
        tags.forEach((name, value) -> problems(name, value, tags).forEach(problems::add));
        return new DmarcRecord(text, tags, problems);
    }

    private static List<String> problems(String name, String value, Map<String, String> tags) {
        boolean bad = switch (name) {
            case "p", "sp", "np" -> DmarcPolicy.of(value).isEmpty();
            case "adkim", "aspf" -> !value.equalsIgnoreCase("r") && !value.equalsIgnoreCase("s");
            case "t" -> !value.equalsIgnoreCase("y") && !value.equalsIgnoreCase("n");
            case "psd" -> !value.equalsIgnoreCase("y") && !value.equalsIgnoreCase("n") && !value.equalsIgnoreCase("u");
            case "fo" -> !value.matches("[01dsDS](?:[ \\t]*:[ \\t]*[01dsDS]){0,3}");
            default -> false;
        };
        if (bad) {
            return List.of("invalid_value:" + name);
        }
        return switch (name) {
            case "fo" -> tags.containsKey("ruf") ? List.of() : List.of("fo_without_ruf");
            case "rua", "ruf" -> uriProblems(name, value);
            case "p", "sp", "np", "adkim", "aspf", "t", "psd", "v" -> List.of();
            default -> List.of((REMOVED.contains(name) ? "removed_tag:" : "unknown_tag:") + name);
        };
    }

    private static List<String> uriProblems(String tag, String value) {
        boolean invalid = false;
        boolean size = false;
        for (String uri : value.split(",", -1)) {
            String plain = SIZE.matcher(uri.strip()).replaceFirst("");
            size |= !plain.equals(uri.strip());
            invalid |= !formed(plain);
        }
        List<String> all = new ArrayList<>();
        if (invalid) {
            all.add("invalid_uri:" + tag);
        }
        if (size) {
            all.add("uri_size:" + tag);
        }
        return all;
    }

    private static boolean formed(String uri) {
        boolean mailbox = uri.regionMatches(true, 0, "mailto:", 0, 7);
        return SCHEME.matcher(uri).matches() && uri.chars().allMatch(c -> c > ' ' && c < 0x7f) && (!mailbox || !host(uri).isEmpty());
    }

    private static String host(String uri) {
        if (!uri.regionMatches(true, 0, "mailto:", 0, 7)) {
            return "";
        }
        String address = uri.substring(7).split("\\?", 2)[0];
        int at = address.lastIndexOf('@');
        return at > 0 ? address.substring(at + 1).toLowerCase(Locale.ROOT) : "";
    }

    /// Where reports go: what is well-formed among `rua` and `ruf`.
    public List<ReportAddress> reportAddresses() {
        List<ReportAddress> all = new ArrayList<>();
        for (String tag : List.of("rua", "ruf")) {
            for (String uri : tags.getOrDefault(tag, "").split(",")) {
                String plain = SIZE.matcher(uri.strip()).replaceFirst("");
                if (formed(plain)) {
                    all.add(new ReportAddress(tag, plain, host(plain)));
                }
            }
        }
        return all;
    }

    /// @param tag `p`, `sp` or `np`; empty where it is not there or cannot be read
    public Optional<DmarcPolicy> policy(String tag) {
        return Optional.ofNullable(tags.get(tag)).flatMap(DmarcPolicy::of);
    }

    /// Whether one of its policies cannot be read (§4.10.1): then it counts as `p=none` where reports are asked for, and else for nothing.
    boolean spoilt() {
        return POLICIES.stream().anyMatch(tag -> tags.containsKey(tag) && policy(tag).isEmpty());
    }

    boolean asksForReports() {
        return reportAddresses().stream().anyMatch(address -> address.tag().equals("rua"));
    }

    boolean testing() {
        return "y".equalsIgnoreCase(tags.get("t"));
    }

    /// `r` or `s`.
    String alignment(String tag) {
        return "s".equalsIgnoreCase(tags.get(tag)) ? "s" : "r";
    }

    /// @param word `y`: a public suffix's record; `n`: an organization's own
    public boolean psd(char word) {
        return String.valueOf(word).equalsIgnoreCase(tags.get("psd"));
    }
}
