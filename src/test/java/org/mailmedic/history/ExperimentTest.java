package org.mailmedic.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.TextBook;
import org.mailmedic.history.Experiment.Conclusion;
import org.mailmedic.history.Intervention.Kind;
import org.mailmedic.report.Report;

/// What two check-ups and one change may be said to show.
final class ExperimentTest {
    private static final TextBook WORDS = TextBook.open("experiment", Locale.ENGLISH);
    private static final Instant NOON = Reports.NOON;
    private static final Report BLOCKED = at("smtp.example.org", "port.blocked_by_network", "connect");
    private static final Report EXPIRED = at("smtp.example.org", "tls.cert_expired", "encrypt");
    private static final Report REFUSED = at("smtp.example.org", "tcp.refused", "connect");
    private static final Report FINE = Reports.of("smtp.example.org", 587, NOON, "");

    /// A problem at one station, with everything before it passed and nothing behind it reached.
    private static Report at(String host, String code, String stage) {
        Report report = Reports.of(host, 587, NOON, code);
        List<String> way = List.of("dns", "connect", "greeting", "encrypt", "sign_in");
        int broken = way.indexOf(stage);
        var first = report.diagnoses().getFirst();
        return new Report(report.id(), NOON, report.tool(), report.settings(), Report.Outcome.PROBLEM,
                List.of(new Report.Verdict(code, stage, "network", 0.9, first.title(), "", List.of(), List.of(), "")), List.of(),
                way.stream().map(each -> new Report.StageResult(each, way.indexOf(each) < broken ? "ok" : way.indexOf(each) == broken
                        ? "failed" : "not_reached",
                        0, 1)).toList(), List.of(), List.of(), 10);
    }

    private static Report unclear() {
        return new Report("id", NOON, FINE.tool(), FINE.settings(), Report.Outcome.INCONCLUSIVE, List.of(), List.of(), FINE.stages(),
                List.of(), List.of(), 1);
    }

    private static Conclusion conclude(Report before, Kind kind, Report after) {
        return new Experiment(before, new Intervention(kind, ""), after).conclusion();
    }

    @Test
    void whatTheTwoSay() {
        assertEquals(Conclusion.HELPED, conclude(BLOCKED, Kind.ANTIVIRUS_OFF, FINE));
        assertEquals(Conclusion.NO_DIFFERENCE, conclude(BLOCKED, Kind.ANTIVIRUS_OFF, BLOCKED));
        assertEquals(Conclusion.HELPED_A_STEP, conclude(BLOCKED, Kind.OTHER_NETWORK, EXPIRED));
        assertEquals(Conclusion.MADE_IT_WORSE, conclude(EXPIRED, Kind.VPN_ON, BLOCKED));
        assertEquals(Conclusion.MADE_IT_WORSE, conclude(FINE, Kind.ANTIVIRUS_ON, BLOCKED));
        assertEquals(Conclusion.OTHER_REASON, conclude(BLOCKED, Kind.OTHER, REFUSED));
        assertEquals(Conclusion.WORKS_EITHER_WAY, conclude(FINE, Kind.ANTIVIRUS_ON, FINE));
    }

    @Test
    void whatCannotBeToldIsNotSaid() {
        assertEquals(Conclusion.CANNOT_TELL, conclude(BLOCKED, Kind.OTHER, unclear()));
        assertEquals(Conclusion.CANNOT_TELL, conclude(unclear(), Kind.OTHER, unclear()));
        assertEquals(Conclusion.CANNOT_TELL, conclude(unclear(), Kind.ANTIVIRUS_OFF, FINE), "nobody knows that it did not work before");
        assertEquals(Conclusion.CANNOT_TELL, conclude(unclear(), Kind.ANTIVIRUS_ON, BLOCKED), "nor that it worked");
        assertEquals(Conclusion.CANNOT_TELL, conclude(BLOCKED, Kind.WAITED, Reports.of("other.example.org", 587, NOON, "")));
    }

    @Test
    void twoChangesAtOnceProveNothing() {
        Report otherPort = Reports.of("smtp.example.org", 465, NOON, "");
        assertEquals(Conclusion.TWO_CHANGES, conclude(BLOCKED, Kind.ANTIVIRUS_OFF, otherPort));
        assertEquals(Conclusion.HELPED, conclude(BLOCKED, Kind.SETTINGS, otherPort));
    }

    @ParameterizedTest
    @EnumSource
    void everyConclusionAndKindHasCalmWords(Kind kind) {
        assertTrue(WORDS.find("kind." + kind.id()).isPresent());
        for (Conclusion conclusion : Conclusion.values()) {
            String sentence = WORDS.find("conclusion." + conclusion.id()).orElseThrow();
            String special = WORDS.find("conclusion." + conclusion.id() + "." + kind.id()).orElse(sentence);
            assertFalse(Pattern.compile("error|invalid|failed to|!", Pattern.CASE_INSENSITIVE).matcher(sentence + special).find(), special);
        }
    }

    @Test
    void noSentenceLeavesAProtectiveProgramOff() {
        for (Conclusion conclusion : List.of(Conclusion.HELPED, Conclusion.NO_DIFFERENCE, Conclusion.MADE_IT_WORSE,
                Conclusion.WORKS_EITHER_WAY)) {
            for (Kind kind : List.of(Kind.ANTIVIRUS_OFF, Kind.FIREWALL_OFF, Kind.VPN_OFF)) {
                assertTrue(WORDS.get("conclusion." + conclusion.id() + "." + kind.id()).contains("on again"), conclusion + " " + kind);
            }
        }
    }

    @Test
    void noSentenceBelongsToNothing() {
        Set<String> known = new HashSet<>();
        for (Conclusion conclusion : Conclusion.values()) {
            known.add("conclusion." + conclusion.id());
            Arrays.stream(Kind.values()).forEach(kind -> known.add("conclusion." + conclusion.id() + "." + kind.id()));
        }
        assertEquals(Set.of(), WORDS.keys().stream().filter(key -> key.startsWith("conclusion.") && !known.contains(key))
                .collect(Collectors.toSet()));
        assertEquals("conclusion.helped.antivirus_off", new Experiment(BLOCKED, new Intervention(Kind.ANTIVIRUS_OFF, ""), FINE).key());
    }

    @Test
    void newSettingsAreNoReasonWhereBothUsedTheSame() {
        assertEquals(Conclusion.SAME_SETTINGS, conclude(BLOCKED, Kind.SETTINGS, FINE));
        assertEquals(Conclusion.SAME_SETTINGS, conclude(BLOCKED, Kind.SETTINGS, BLOCKED));
        Report otherPort = Reports.of("smtp.example.org", 465, NOON, "port.blocked_by_network");
        assertEquals(Conclusion.NO_DIFFERENCE, conclude(BLOCKED, Kind.SETTINGS, otherPort));
    }

    @Test
    void aPasswordIsJudgedByTheSignInAlone() {
        Report refused = at("smtp.example.org", "auth.bad_credentials", "sign_in");
        Report accepted = signedIn(FINE);
        assertEquals(Conclusion.HELPED, conclude(refused, Kind.PASSWORD, accepted));
        assertEquals(Conclusion.NO_DIFFERENCE, conclude(refused, Kind.PASSWORD, refused));
        assertEquals(Conclusion.NOT_SIGNED_IN, conclude(BLOCKED, Kind.PASSWORD, accepted), "the door was shut before");
        assertEquals(Conclusion.NOT_SIGNED_IN, conclude(refused, Kind.PASSWORD, FINE), "none was tried this time");
        assertEquals(Conclusion.HELPED, conclude(refused, Kind.PASSWORD, with(accepted, "user", "anna")));
        assertEquals(Conclusion.TWO_CHANGES, conclude(refused, Kind.PASSWORD, with(accepted, "security", "tls")));
    }

    @Test
    void anotherConnectionIsASecondChange() {
        Report cable = connected(BLOCKED, "lo", "eth0", "veth0a1b");
        assertEquals(Conclusion.OTHER_CONNECTION, conclude(cable, Kind.ANTIVIRUS_OFF, connected(FINE, "lo", "wlan0")));
        assertEquals(Conclusion.HELPED, conclude(cable, Kind.ANTIVIRUS_OFF, connected(FINE, "eth0", "lo", "docker0")),
                "containers do not count");
        assertEquals(Conclusion.HELPED, conclude(cable, Kind.OTHER_NETWORK, connected(FINE, "lo", "wlan0")), "that was the change");
        assertEquals(Conclusion.HELPED, conclude(cable, Kind.VPN_OFF, connected(FINE, "lo", "eth0", "tun0")));
        assertEquals(Conclusion.HELPED, conclude(cable, Kind.ANTIVIRUS_OFF, FINE), "one of the two did not look");
    }

    private static Report signedIn(Report report) {
        var stages = new ArrayList<>(report.stages());
        stages.add(new Report.StageResult("sign_in", "ok", 0, 1));
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), report.diagnoses(),
                report.warnings(), stages,
                report.evidence(), report.transcript(), 1);
    }

    private static Report with(Report report, String setting, String value) {
        var settings = new LinkedHashMap<>(report.settings());
        settings.put(setting, value);
        return new Report(report.id(), report.created(), report.tool(), settings, report.outcome(), report.diagnoses(), report.warnings(),
                report.stages(),
                report.evidence(), report.transcript(), 1);
    }

    private static Report connected(Report report, String... interfaces) {
        List<Map<String, Object>> all = Arrays.stream(interfaces)
                .map(name -> Map.<String, Object>of("name", name, "mtu", 1500, "vpn", false)).toList();
        return new Report(report.id(), report.created(), report.tool(), report.settings(), report.outcome(), report.diagnoses(),
                report.warnings(),
                report.stages(), List.of(Map.of("id", "interfaces", "kind", "interfaces", "status", "ok", "interfaces", all)),
                        report.transcript(), 1);
    }

    @Test
    void onlyWhatMakesSenseIsOffered() {
        List<Kind> usual = Kind.offered(Set.of());
        assertTrue(usual.containsAll(List.of(Kind.SETTINGS, Kind.ANTIVIRUS_OFF, Kind.VPN_OFF, Kind.VPN_ON, Kind.OTHER)), usual.toString());
        assertFalse(usual.contains(Kind.ANTIVIRUS_ON) || usual.contains(Kind.FIREWALL_ON), usual.toString());
        List<Kind> later = Kind.offered(Set.of(Kind.ANTIVIRUS_OFF));
        assertTrue(later.contains(Kind.ANTIVIRUS_ON) && !later.contains(Kind.ANTIVIRUS_OFF) && later.contains(Kind.FIREWALL_OFF),
                later.toString());
    }

    @Test
    void theirOwnWordsCountWhenNothingOnTheListFitted() {
        var words = ProtectiveWords.of(WORDS.get("protective"), WORDS.get("switched_off"));
        assertTrue(new Intervention(Kind.OTHER, "Windows DEFENDER off for a minute").needsReminder(words));
        assertTrue(new Intervention(Kind.OTHER, "uninstalled Norton").needsReminder(words));
        assertTrue(new Intervention(Kind.FIREWALL_OFF, "").needsReminder(words));
        assertTrue(new Intervention(Kind.VPN_OFF, "").needsReminder(words));
        assertFalse(new Intervention(Kind.OTHER, "moved the desk").needsReminder(words));
        assertFalse(new Intervention(Kind.OTHER, "set the security to TLS at the office").needsReminder(words));
        assertFalse(new Intervention(Kind.OTHER, "switched the lamp off").needsReminder(words));
        assertFalse(new Intervention(Kind.WAITED, "the firewall people called it off").needsReminder(words));
        assertFalse(new Intervention(Kind.ANTIVIRUS_ON, "").needsReminder(words));
    }
}
