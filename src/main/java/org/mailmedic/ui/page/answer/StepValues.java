package org.mailmedic.ui.page.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.advice.Entries;
import org.mailmedic.report.Report;

/// What of a step is worth copying alone, since it has to be entered somewhere: what the advice page marks so, and, wherever the words come
/// from, the name of a server, an address, a mail record, and a port other than the one that was checked, when something answered there.
final class StepValues {
    private static final int MOST = 3;
    private static final int LONGEST_STEP = 4_000;
    private static final int LONGEST_NAME = 253;
    /// An e-mail address, a host name or an IPv4 address.
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{Alnum}._@/-])"
            + "(?:[\\p{Alnum}._+-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.){1,8}[a-zA-Z]{2,24}"
            + "|(?:[\\p{Alnum}-]{1,63}\\.){1,126}(?:[a-zA-Z]{2,24}|\\d{1,3}))"
            + "(?![\\p{Alnum}_@/-]|\\.[\\p{Alnum}])");
    private static final Pattern PORTS = Pattern.compile("^\\d{2,5} .*\\d{2,5}");
    /// A page to be opened in a browser.
    private static final Pattern PAGE = Pattern.compile("https?://[\\p{Alnum}./_~%?=&#-]{1,500}[\\p{Alnum}/_~%=&#-]");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}.,:-])\\d{2,5}(?![\\p{Alnum}:-]|[.,]\\p{Alnum})");
    /// What stands in a domain's TXT records: SPF (RFC 7208 §4.5 and §5.1), DMARC (RFC 7489 §6.3), DKIM keys (RFC 6376 §3.6.1),
    /// MTA-STS (RFC 8461 §3.1) and TLS-RPT (RFC 8460 §3).
    private static final Pattern RECORD = Pattern.compile("(?<![\\p{Alnum}])(?:v=spf1(?: [^\\s“”\"]{1,255}){0,40}? [-~?+]?all"
            + "|v=(?:DMARC1|DKIM1|STSv1|TLSRPTv1);(?: ?[a-z]{1,4}=[^\\s;“”\"]{1,500}(?:;|(?=[\\s“”\"]|$))){1,12})(?![\\p{Alnum}])");
    private final Set<String> ports;
    private final Set<String> names;
    private final Map<String, String> entered;
    private final String code;
    private final Entries entries;

    private record Match(int at, String value) {
        int end() {
            return at + value.length();
        }

        boolean isPartOf(Match other) {
            return value.length() < other.value.length() && other.at <= at && end() <= other.end();
        }
    }

    private StepValues(Set<String> ports, Set<String> names, Map<String, String> entered, String code, Entries entries) {
        this.ports = Set.copyOf(ports);
        this.names = Set.copyOf(names);
        this.entered = Map.copyOf(entered);
        this.code = code;
        this.entries = entries;
    }

    /// For the steps of the diagnosis that leads.
    static StepValues of(Report report, Entries entries) {
        Set<String> ports = new HashSet<>();
        for (Map<String, Object> fact : report.evidence()) {
            if ("ok".equals(fact.get("status")) && fact.get("port") instanceof Number port) {
                ports.add(String.valueOf(port.intValue()));
            }
        }
        ports.remove(String.valueOf(report.settings().get("port")));
        Set<String> names = new HashSet<>();
        Stream.concat(Stream.of(report.settings()), report.evidence().stream()).forEach(facts -> names(facts.values(), names));
        return new StepValues(ports, names, entered(report), report.headline().map(Report.Verdict::code).orElse(""), entries);
    }

    /// Of what was made unreadable nothing is to be entered anywhere.
    private static Map<String, String> entered(Report report) {
        Map<String, String> entered = new HashMap<>();
        if (report.masked().isEmpty()) {
            for (String name : List.of("host", "port", "user", "from", "to")) {
                if (report.settings().get(name) instanceof Object value) {
                    entered.put(name, value.toString());
                }
            }
            if (!entered.getOrDefault("user", "").equalsIgnoreCase(entered.getOrDefault("from", ""))) {
                entered.put("otherUser", entered.getOrDefault("user", ""));
            }
            Stream.of("from", "user").map(name -> entered.getOrDefault(name, "")).filter(address -> address.indexOf('@') > 0)
                    .forEach(address -> entered.put("domain", address.substring(address.lastIndexOf('@') + 1)));
        }
        return entered;
    }

    /// Everything that was looked at and could be the name of a host, and the part of an address behind its `@`.
    private static void names(Collection<?> values, Set<String> names) {
        for (Object value : values) {
            if (value instanceof Collection<?> more) {
                names(more, names);
            } else if (value instanceof String text && text.length() <= LONGEST_NAME && text.indexOf(' ') < 0) {
                names.add(text.substring(text.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
            }
        }
    }

    /// In the order in which they stand there, each once, none that is a part of another.
    List<String> in(String step) {
        if (step.length() > LONGEST_STEP) {
            return List.of();
        }
        var found = new ArrayList<Match>();
        for (String value : entries.in(code, step, entered)) {
            // several ports in words are no value, though the page marks them so
            if (PORTS.matcher(value).find()) {
                continue;
            }
            int at = step.indexOf(value);
            found.add(new Match(at < 0 ? step.length() : at, value));
        }
        PAGE.matcher(step).results().forEach(match -> found.add(new Match(match.start(), match.group())));
        RECORD.matcher(step).results().forEach(match -> found.add(new Match(match.start(), match.group())));
        NAMED.matcher(step).results().filter(match -> named(match.group()))
                .forEach(match -> found.add(new Match(match.start(), match.group())));
        NUMBER.matcher(step).results().filter(match -> ports.contains(match.group()))
                .forEach(match -> found.add(new Match(match.start(), match.group())));
        return found.stream().filter(match -> found.stream().noneMatch(match::isPartOf)).sorted(Comparator.comparingInt(Match::at))
                .map(Match::value).distinct()
                .limit(MOST).toList();
    }

    /// A name of two parts is as often a file or a menu, so it counts only when it was seen in the check-up.
    private boolean named(String text) {
        return text.indexOf('@') > 0 || text.chars().filter(c -> c == '.').count() > 1 || names.contains(text.toLowerCase(Locale.ROOT));
    }
}
