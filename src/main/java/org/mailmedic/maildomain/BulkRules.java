package org.mailmedic.maildomain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.maildomain.record.RecordType;
import tools.jackson.databind.JsonNode;

/// What large receivers ask of those who send much, and whether this domain keeps it as far as can be seen from outside.
public final class BulkRules {
    /// How a rule stands.
    public enum Standing {
        HOLDS, FAILS,
        /// It cannot be seen in DNS, or could not be had.
        UNSEEN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param receiver who asks
    /// @param from     messages a day from which it holds; 1: for everybody, 0: no number is named
    /// @param needs    what it asks for: `spf_or_dkim`, `spf_and_dkim`, `dmarc`, `alignment`, `reverse_dns`, `tls`, `few_complaints`,
    ///                 `one_click_unsubscribe`
    /// @param since    `yyyy-MM` or a day
    /// @param verified whether the receiver's own words were seen, if only quoted
    public record Rule(String receiver, int from, String needs, String since, String source, boolean verified) {}

    /// A rule, and how it stands.
    public record Judged(Rule rule, Standing standing) {}

    private BulkRules() {}

    /// The day on which the list was last looked at.
    public static String lastChecked() {
        return DataFile.read("bulk-rules.json").get("last_checked").asString();
    }

    static List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        for (JsonNode each : DataFile.read("bulk-rules.json").get("rules")) {
            all.add(new Rule(each.get("receiver").asString(), each.get("from").asInt(), each.get("needs").asString(), each.get("since")
                    .asString(),
                    each.get("source").asString(), each.get("verified").asBoolean()));
        }
        return all;
    }

    static List<Judged> judge(List<DomainRecord> records, Optional<MessageLook> message) {
        Standing spf = standing(records, RecordType.SPF, true);
        Standing dkim = standing(records, RecordType.DKIM, false);
        return all().stream().map(rule -> new Judged(rule, switch (rule.needs()) {
            case "spf_or_dkim" -> either(spf, dkim);
            case "spf_and_dkim" -> both(spf, dkim);
            case "dmarc" -> standing(records, RecordType.DMARC, true);
            case "reverse_dns" -> standing(records, RecordType.PTR, true);
            case "alignment" -> message.flatMap(MessageLook::dmarc).map(verdict -> switch (verdict.result()) {
                case PASS -> Standing.HOLDS;
                case FAIL -> Standing.FAILS;
                case NONE, TEMPERROR -> Standing.UNSEEN;
            }).orElse(Standing.UNSEEN);
            case "one_click_unsubscribe" -> message.map(each -> each.oneClick() ? Standing.HOLDS : Standing.UNSEEN).orElse(Standing.UNSEEN);
            default -> Standing.UNSEEN;
        })).toList();
    }

    /// @param every whether each card of the kind has to do; otherwise one is enough
    private static Standing standing(List<DomainRecord> records, RecordType type, boolean every) {
        List<Standing> all = records.stream().filter(record -> record.type() == type).map(DomainRecord::state).map(BulkRules::of).toList();
        if (all.isEmpty()) {
            return Standing.UNSEEN;
        }
        Optional<Standing> first = all.stream().filter(each -> each == (every ? Standing.FAILS : Standing.HOLDS)).findFirst();
        return first.orElseGet(() -> all.contains(Standing.UNSEEN) ? Standing.UNSEEN : every ? Standing.HOLDS : Standing.FAILS);
    }

    private static Standing of(RecordState state) {
        return switch (state) {
            case FINE, WARNING -> Standing.HOLDS;
            case PROBLEM, MISSING -> Standing.FAILS;
            case UNKNOWN -> Standing.UNSEEN;
        };
    }

    private static Standing either(Standing one, Standing other) {
        return one == Standing.HOLDS || other == Standing.HOLDS ? Standing.HOLDS
                : one == Standing.UNSEEN || other == Standing.UNSEEN ? Standing.UNSEEN : Standing.FAILS;
    }

    private static Standing both(Standing one, Standing other) {
        return one == Standing.FAILS || other == Standing.FAILS ? Standing.FAILS
                : one == Standing.UNSEEN || other == Standing.UNSEEN ? Standing.UNSEEN : Standing.HOLDS;
    }
}
