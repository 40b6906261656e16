package org.mailmedic.maildomain.dmarc;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailmedic.settings.Spelling;

/// Writes DMARC records to be entered instead of those that stand there. None asks more of any receiver than its owner asked before, but
/// [#tightened], which is the owner's next step.
public final class DmarcProposal {
    private static final List<String> KEPT = List.of("p", "sp", "np", "psd", "t", "pct", "adkim", "aspf", "rua", "ruf", "fo");
    private static final int LONGEST = 2048;

    private DmarcProposal() {}

    /// Harms nobody: reports only.
    public static String first(String domain) {
        return "v=DMARC1; p=none; rua=" + ownAddress(domain);
    }

    /// For a domain that neither sends nor takes mail.
    public static String parked() {
        return "v=DMARC1; p=reject";
    }

    /// The same without the address for reports that these proposals give where none was given.
    public static String withoutOwnReports(String domain, String value) {
        return value.replace("; rua=" + ownAddress(domain), "");
    }

    private static String ownAddress(String domain) {
        return "mailto:dmarc-reports@" + domain;
    }

    /// The same without its slips, asking for reports.
    ///
    /// @param text what stands there, and need not be a record
    public static String repaired(String domain, String text) {
        Map<String, String> tags = tags(text);
        tags.putIfAbsent("rua", ownAddress(domain));
        return written(tags);
    }

    /// One record for several: each policy as mild as the mildest, since receivers do nothing while there are several; with all addresses,
    /// and the same whatever order DNS gives them in.
    public static String merged(String domain, List<String> texts) {
        List<Map<String, String>> all = texts.stream().map(DmarcProposal::tags).toList();
        Map<String, String> one = new LinkedHashMap<>();
        BiFunction<Map<String, String>, String, String> below = (tags, tag) -> tags.getOrDefault(tag, tags.getOrDefault("sp",
                tags.get("p")));
        String policy = mildest(all.stream().map(tags -> tags.get("p")));
        one.put("p", policy);
        String sub = mildest(all.stream().map(tags -> below.apply(tags, "sp")));
        if (!sub.equals(policy)) {
            one.put("sp", sub);
        }
        String absent = mildest(all.stream().map(tags -> below.apply(tags, "np")));
        if (!absent.equals(sub)) {
            one.put("np", absent);
        }
        all.stream().flatMap(tags -> Stream.ofNullable(tags.get("psd"))).sorted().findFirst().ifPresent(psd -> one.put("psd", psd));
        if (all.stream().anyMatch(tags -> "y".equalsIgnoreCase(tags.get("t")))) {
            one.put("t", "y");
        }
        all.stream().flatMap(tags -> Stream.ofNullable(tags.get("pct"))).min((a, b) -> Integer.parseInt(a) - Integer.parseInt(b))
                .ifPresent(pct -> one.put("pct", pct));
        for (String tag : List.of("adkim", "aspf")) {
            if (all.stream().allMatch(tags -> "s".equalsIgnoreCase(tags.get(tag)))) {
                one.put(tag, "s");
            }
        }
        for (String tag : List.of("rua", "ruf")) {
            Set<String> addresses = new TreeSet<>();
            all.forEach(tags -> Stream.ofNullable(tags.get(tag)).flatMap(value -> Arrays.stream(value.split(","))).forEach(addresses::add));
            if (!addresses.isEmpty()) {
                one.put(tag, String.join(",", addresses));
            }
        }
        all.stream().flatMap(tags -> Stream.ofNullable(tags.get("fo"))).sorted().findFirst().ifPresent(fo -> one.put("fo", fo));
        one.putIfAbsent("rua", ownAddress(domain));
        return written(one);
    }

    private static String mildest(Stream<String> policies) {
        return policies.map(word -> DmarcPolicy.of(word).orElse(DmarcPolicy.NONE)).min(DmarcPolicy::compareTo).orElse(DmarcPolicy.NONE)
                .id();
    }

    /// The next step, for when the reports show no more strangers among one's own senders: the end of the test, or one level more of the
    /// policy that applied.
    ///
    /// @param applied `p`, `sp` or `np`
    public static String tightened(DmarcRecord record, String applied) {
        Map<String, String> tags = new LinkedHashMap<>();
        DmarcPolicy now = record.policy(applied).orElse(DmarcPolicy.NONE);
        tags.put("p", record.policy("p").orElse(DmarcPolicy.NONE).id());
        boolean own = applied.equals("p");
        record.tags().forEach((tag, value) -> {
            if (KEPT.contains(tag) && !tag.equals("p") && !tag.equals("t") && !(own && tag.equals("pct"))) {
                tags.put(tag, value);
            }
        });
        tags.put(applied, (now == DmarcPolicy.NONE ? DmarcPolicy.QUARANTINE : now).id());
        return written(tags);
    }

    /// Whether it asks that nothing be judged fully yet, in the words of the old standard (RFC 7489 §6.3).
    public static boolean nobodyAtOnce(DmarcRecord record) {
        return "0".equals(record.tags().get("pct"));
    }

    private static Map<String, String> tags(String text) {
        String bare = text.replaceAll("[\"']", "").replaceFirst("(?i)\\s*v\\s*=\\s*DMARC1\\s*;?\\s*", ";");
        bare = bare.replaceAll("(?<![;\\s])\\s+(?=(?:p|sp|np|psd|t|pct|adkim|aspf|rua|ruf|fo)\\s?=)", "; ");
        DmarcRecord read = DmarcRecord.parse("v=DMARC1;" + (bare.length() > LONGEST ? "" : bare));
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("p", policyWord(read.tags().getOrDefault("p", "none")));
        read.tags().forEach((tag, value) -> {
            boolean useless = tag.equals("fo") && !read.tags().containsKey("ruf");
            if (KEPT.contains(tag) && !tag.equals("p") && !useless) {
                put(tags, tag, value, read);
            }
        });
        if ("0".equals(tags.get("pct"))) {
            // what pct=0 says to receivers of the old standard, t=y says to those of the new one (RFC 9989, appendix A.6)
            tags.put("t", "y");
        }
        return tags;
    }

    private static void put(Map<String, String> tags, String tag, String value, DmarcRecord read) {
        switch (tag) {
            case "rua", "ruf" -> {
                String addresses = Arrays.stream(value.split(",")).map(String::strip).map(DmarcProposal::address)
                        .filter(each -> !each.isEmpty()).collect(Collectors.joining(","));
                if (!addresses.isEmpty()) {
                    tags.put(tag, addresses);
                }
            }
            case "sp", "np" -> tags.put(tag, policyWord(value));
            case "pct" -> {
                // without it receivers of the old standard would judge all at once; 100 says nothing
                if (value.matches("\\d{1,2}")) {
                    tags.put(tag, String.valueOf(Integer.parseInt(value)));
                }
            }
            default -> {
                if (!read.problems().contains("invalid_value:" + tag)) {
                    tags.put(tag, value);
                }
            }
        }
    }

    private static String address(String uri) {
        String plain = uri.replaceFirst("![0-9]+[kmgtKMGT]?$", "");
        if (plain.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s,]+")) {
            return plain;
        }
        return plain.matches("[^\\s@:,]+@[^\\s@:,]+\\.[^\\s@:,]+") ? "mailto:" + plain : "";
    }

    /// The word that was meant; `none` where that cannot be told, since it harms nobody.
    private static String policyWord(String value) {
        String small = value.strip().toLowerCase(Locale.ROOT);
        Optional<String> same = Stream.of("none", "quarantine", "reject").filter(word -> word.equals(small)).findFirst();
        return same.or(() -> Stream.of("quarantine", "reject").filter(word -> Spelling.distance(word, small) <= 1
                || small.startsWith(word.substring(0, 4))).findFirst()).orElse("none");
    }

    private static String written(Map<String, String> tags) {
        return "v=DMARC1; " + tags.entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue()).collect(Collectors.joining("; "));
    }
}
