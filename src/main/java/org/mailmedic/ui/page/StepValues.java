package org.mailmedic.ui.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailmedic.report.Report;

/// What of a step is worth copying alone, since it has to be entered somewhere: the name of a server, an address, and a port other than the
/// one that was checked, when something answered there. A report carries its steps as plain text, so they are found by their form and by
/// what was measured.
final class StepValues {
    private static final int MOST = 3;
    private static final int LONGEST_STEP = 4_000;
    /// An e-mail address, a host name of three labels or more (two are as often a file or a menu), or an IPv4 address.
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{Alnum}._@/-])(?:[\\p{Alnum}._+-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.){1,8}[a-zA-Z]{2,24}|(?:[\\p{Alnum}-]{1,63}\\.){2,126}(?:[a-zA-Z]{2,24}|\\d{1,3}))"
                    + "(?![\\p{Alnum}_@/-]|\\.[\\p{Alnum}])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}.,:-])\\d{2,5}(?![\\p{Alnum}:-]|[.,]\\p{Alnum})");
    private final Set<String> ports;

    private record Match(int at, String value) {}

    private StepValues(Set<String> ports) {
        this.ports = Set.copyOf(ports);
    }

    static StepValues of(Report report) {
        Set<String> ports = new HashSet<>();
        for (Map<String, Object> fact : report.evidence()) {
            if ("ok".equals(fact.get("status")) && fact.get("port") instanceof Number port) {
                ports.add(String.valueOf(port.intValue()));
            }
        }
        ports.remove(String.valueOf(report.settings().get("port")));
        return new StepValues(ports);
    }

    /// In the order in which they stand there, each once.
    List<String> in(String step) {
        if (step.length() > LONGEST_STEP) {
            return List.of();
        }
        var found = new ArrayList<Match>();
        NAMED.matcher(step).results().forEach(match -> found.add(new Match(match.start(), match.group())));
        NUMBER.matcher(step).results().filter(match -> ports.contains(match.group()))
                .forEach(match -> found.add(new Match(match.start(), match.group())));
        return found.stream().sorted(Comparator.comparingInt(Match::at)).map(Match::value).distinct().limit(MOST).toList();
    }
}
