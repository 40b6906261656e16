package org.mailmedic.report.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.report.EvidenceFacts;
import org.mailmedic.report.json.RandomEvidence;

/// Whatever a server, a page, PHP or the system says in its own words may name the person without the domain, in every kind of evidence.
final class EveryKindMaskedTest {
    private static final int ROUNDS = 60;
    private static final OwnNames NOBODY = new OwnNames("", "", List.of());
    /// What this program chose itself: the name or address that was asked, the page, the command, its own part.
    private static final Set<String> OURS = Set.of("resolver", "name", "url", "expected_body", "command", "probe", "host", "id", "cipher");
    /// Names of things, of which a report would be no use without: hosts, certificates, interfaces, programs and their versions.
    private static final Set<String> THINGS = Set.of("aliases", "certificate", "interfaces", "products", "functions_off", "ways", "way",
            "openssl", "curl", "selinux", "ca_bundle_dated");

    @Test
    void noForeignTextKeepsTheNameOfTheMailbox() throws Exception {
        var made = new RandomEvidence(new Random(20261128), " anna.berg");
        var facts = new ArrayList<Map<String, Object>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Evidence each : made.oneOfEveryKind()) {
                facts.add(EvidenceFacts.of(each));
            }
        }
        Map<String, Object> masked = new Masker(Masking.usual(), NOBODY)
                .mask(Map.of("settings", Map.of("user", "anna.berg@shop.example"), "evidence", facts));
        var left = new TreeSet<String>();
        for (Object each : (List<?>) masked.get("evidence")) {
            var evidence = (Map<?, ?>) each;
            evidence.forEach((name, value) -> {
                if (!OURS.contains(name.toString()) && !THINGS.contains(name.toString()) && String.valueOf(value).contains("anna.berg")) {
                    left.add(evidence.get("kind") + "/" + name);
                }
            });
        }
        assertEquals(Set.of(), left);
    }
}
