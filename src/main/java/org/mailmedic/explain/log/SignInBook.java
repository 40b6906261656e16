package org.mailmedic.explain.log;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// User names that could not sign in at this server. Of thousands of names that an attacker tries, the first are kept.
final class SignInBook {
    private static final int NAMES = 2000;
    private static final int ADDRESSES = 1000;
    private static final int TOLD = 20;
    private static final int LONGEST = 200;

    private static final class Count {
        long attempts;
        final Set<Long> addresses = new HashSet<>();
    }

    private final Map<String, Count> counts = new HashMap<>();

    /// @param user    empty when the line names none: then it is counted by nobody's name
    /// @param address a number made from the address it came from
    void failed(String user, long address) {
        String name = Inert.text(user.length() > LONGEST ? user.substring(0, LONGEST) : user);
        if (name.isEmpty() || counts.size() >= NAMES && !counts.containsKey(name)) {
            return;
        }
        Count count = counts.computeIfAbsent(name, key -> new Count());
        count.attempts++;
        if (count.addresses.size() < ADDRESSES) {
            count.addresses.add(address);
        }
    }

    List<LogSummary.SignIns> list() {
        return counts.entrySet().stream()
                .map(each -> new LogSummary.SignIns(each.getKey(), each.getValue().attempts, each.getValue().addresses.size()))
                .sorted(Comparator.comparingLong(LogSummary.SignIns::attempts).reversed().thenComparing(LogSummary.SignIns::user))
                .limit(TOLD).toList();
    }
}
