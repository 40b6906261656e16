package org.mailmedic.maildomain.spf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.maildomain.dns.Overlay;
import org.mailmedic.maildomain.dns.Zone;

/// Writes SPF records that do more than those which stand there, and shows none before it has been proven: one record, well-formed,
/// within all limits with whatever it includes.
public final class SpfProposal {
    private static final int MOST_VOID = 2;
    private static final int LONGEST = 2048;

    private final String domain;
    private final Zone zone;

    public SpfProposal(String domain, Zone zone) {
        this.domain = domain;
        this.zone = zone;
    }

    /// `record` with `terms` before its end.
    public Optional<String> extended(SpfRecord record, List<String> terms) {
        List<String> words = words(record.text());
        int end = words.size();
        for (int i = 0; i < words.size(); i++) {
            String small = words.get(i).toLowerCase(Locale.ROOT);
            if (small.matches("[+?~-]?all") || small.startsWith("redirect=") || small.startsWith("exp=")) {
                end = i;
                break;
            }
        }
        List<String> all = new ArrayList<>(words.subList(0, end));
        terms.stream().filter(term -> !words.contains(term)).forEach(all::add);
        all.addAll(words.subList(end, words.size()));
        return proven(String.join(" ", all));
    }

    /// `record` that ends in `~all` where it allowed everybody, with `terms` before its end.
    public Optional<String> closed(SpfRecord record, List<String> terms) {
        List<String> all = new ArrayList<>();
        for (String word : words(record.text())) {
            if (word.toLowerCase(Locale.ROOT).matches("\\+?all")) {
                terms.stream().filter(term -> !all.contains(term)).forEach(all::add);
                all.add("~all");
                return proven(String.join(" ", all));
            }
            all.add(word);
        }
        return Optional.empty();
    }

    /// A first record.
    public Optional<String> fresh(List<String> terms) {
        return proven("v=spf1 " + (terms.isEmpty() ? "" : String.join(" ", terms) + " ") + "~all");
    }

    /// One record that allows what several allow, ending as mildly as the mildest.
    public Optional<String> merged(List<String> records) {
        Set<String> terms = new LinkedHashSet<>();
        String end = "";
        for (String record : records) {
            for (String word : words(record).subList(1, words(record).size())) {
                String small = word.toLowerCase(Locale.ROOT);
                if (small.startsWith("redirect=") || small.startsWith("exp=")) {
                    return Optional.empty();
                }
                if (small.matches("[+?~-]?all")) {
                    end = milder(end, small);
                } else {
                    terms.add(word);
                }
            }
        }
        return proven("v=spf1 " + String.join(" ", terms) + " " + (end.isEmpty() ? "~all" : end));
    }

    /// Who allows everybody does not do so on purpose when another of the records does not.
    private static String milder(String one, String other) {
        List<String> order = List.of("", "all", "+all", "-all", "~all", "?all");
        return order.indexOf(other) > order.indexOf(one) ? other : one;
    }

    /// The usual slips, put right; nothing where something else is wrong.
    public Optional<String> repaired(SpfRecord record) {
        var text = new StringBuilder("v=spf1");
        List<String> words = words(joined(record.text()));
        SpfRecord read = SpfRecord.parse(String.join(" ", words));
        for (String word : words.subList(1, words.size())) {
            text.append(' ').append(read.broken().contains(word) ? repaired(word.replaceFirst("(?<=[^,;])[,;]+$", "")) : word);
        }
        return proven(text.toString());
    }

    /// Without a blank between a term and its value.
    private static String joined(String text) {
        return text.replaceAll("(?i)(?<= [+?~-]?)(include|ip4|ip6|exists)([:=]) {1,9}(?=[^ :=]+(?: |$))", "$1$2");
    }

    private static String repaired(String term) {
        String small = term.toLowerCase(Locale.ROOT);
        String qualifier = small.matches("[+?~-].*") ? small.substring(0, 1) : "";
        String rest = term.substring(qualifier.length());
        String value = rest.replaceFirst("^(?i:ipv4|ipv6|ip4|ip6|ip|a|mx)[:=]+", "").replaceFirst("^(?i:include)[:=]*", "");
        if (Cidr.ip4(value.split("/", 2)[0]).isPresent()) {
            return qualifier + "ip4:" + value;
        }
        if (Cidr.ip6(value.split("/", 2)[0]).isPresent()) {
            return qualifier + "ip6:" + value;
        }
        if (small.matches("[+?~-]?include[:=].*")) {
            return qualifier + "include:" + value.replaceFirst("^(?i:https?://)", "").replaceFirst("[,;/]+$", "");
        }
        return rest.matches("(?i:all)[.,;]+") ? qualifier + "all" : term;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split(" +"));
    }

    private Optional<String> proven(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f) || !SpfRecord.claims(text)) {
            return Optional.empty();
        }
        SpfNode tree = SpfTree.of(domain, new Overlay(zone, domain, List.of(text)));
        boolean sound = tree.state() == SpfNode.State.FINE && tree.lookups() <= SpfEvaluator.MOST_LOOKUPS && tree.voidLookups() <= MOST_VOID
                && List.of(SpfNode.State.MISSING, SpfNode.State.SEVERAL, SpfNode.State.BROKEN, SpfNode.State.LOOP,
                SpfNode.State.TOO_FAR, SpfNode.State.TOO_MANY_NAMES, SpfNode.State.UNANSWERED).stream()
                .allMatch(state -> tree.first(state).isEmpty());
        return sound ? Optional.of(text) : Optional.empty();
    }
}
