package org.mailmedic.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `details.json`.
final class DetailsReader {
    private DetailsReader() {}

    /// By the provider's key.
    static Map<String, ProviderDetails> read(Entry root) {
        Map<String, ProviderDetails> all = new HashMap<>();
        for (Entry each : root.entries("details")) {
            all.put(each.text("key"), new ProviderDetails(facts(each, "rules"), facts(each, "limits"),
                    each.entries("refusals").stream().map(DetailsReader::refusal).toList(),
                    each.entry("spf_include").stream().map(DetailsReader::fact).findFirst(), facts(each, "dkim_selectors"),
                    each.entry("own_sender").stream().map(DetailsReader::fact).findFirst(), root.text("last_checked")));
        }
        return all;
    }

    private static List<ProviderFact> facts(Entry entry, String field) {
        return entry.entries(field).stream().map(DetailsReader::fact).toList();
    }

    private static ProviderFact fact(Entry entry) {
        return new ProviderFact(entry.text("value"), entry.text("source"), !entry.flag("unverified"));
    }

    private static Refusal refusal(Entry entry) {
        return new Refusal(entry.text("reply"), entry.text("code"), entry.text("source"), !entry.flag("unverified"));
    }
}
