package org.mailmedic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailmedic.advice.FactWords;
import org.mailmedic.advice.TextBook;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.html.HtmlReport;
import org.mailmedic.report.story.SeenWords;
import org.mailmedic.report.text.TextReport;

final class WitnessesTest {
    private static final String HOST = "mail.example";
    private static final List<String> KINDS = Stream.of(EvidenceKind.values()).map(EvidenceKind::id).toList();

    private static Seen seen(String kind, String stage, String status, Object... more) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", kind);
        facts.put("stage", stage);
        facts.put("status", status);
        for (int i = 0; i < more.length; i += 2) {
            facts.put((String) more[i], more[i + 1]);
        }
        facts.putIfAbsent("id", kind + "-" + more.length + "-" + facts.hashCode());
        return new Seen(facts);
    }

    private static Seen lookup(String resolver, String type, String status, Object... more) {
        var all = new ArrayList<Object>(List.of("resolver", resolver, "type", type, "name", HOST));
        all.addAll(List.of(more));
        return seen("dns", "dns", status, all.toArray());
    }

    private static Seen door(String role, String address, String status) {
        return seen("tcp", "connect", status, "role", role, "address", address, "port", 587, "failure",
                status.equals("ok") ? "" : "timeout");
    }

    private static Tone tone(Seen one, Seen... others) {
        return new Witnesses(Stream.concat(Stream.of(one), Stream.of(others)).toList(), HOST).tone(one);
    }

    @Test
    void theListIsWhole() {
        Set<Class<?>> types = leaves(Evidence.class).collect(Collectors.toSet());
        assertEquals(23, types.size(), "a new type of evidence: give its kind its words and its look");
        assertEquals(24, Stream.of(EvidenceKind.values()).filter(EvidenceKind::look).count(),
                "as many kinds as types, with one more for the two halves of the envelope");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(WitnessesTest::leaves) : Stream.of(type);
    }

    @Test
    void everyKindHasANameInEveryForm() {
        var words = new SeenWords(TextBook.open("report", Locale.ENGLISH), new FactWords(Locale.ENGLISH));
        var window = TextBook.open("ui/details", Locale.ENGLISH);
        for (String kind : KINDS) {
            String name = words.name(seen(kind, "connect", "ok", "id", "the-id", "host", HOST, "port", 587, "name", HOST));
            assertFalse(name.contains("the-id") || name.contains("{") || name.equals(kind + " " + kind), kind + ": " + name);
            assertTrue(window.find("step." + kind).isPresent(), kind);
        }
    }

    @Test
    void everyKindThatCouldNotBeLookedAtIsQuiet() {
        for (String kind : KINDS) {
            assertEquals(Tone.QUIET, tone(seen(kind, "connect", "skipped", "role", "target")), kind);
        }
    }

    @Test
    void whatFailedOnTheWayIsBrokenAndBesideItWorthALookAtMost() {
        for (String kind : List.of("tcp", "greeting", "hello", "starttls", "tls", "sign_in", "sender", "recipient", "message")) {
            assertEquals(Tone.BROKEN, tone(seen(kind, "connect", "failed", "role", "target")), kind);
            for (String role : List.of("control", "other_port", "other_mode")) {
                assertEquals(Tone.CAUTION, tone(seen(kind, "connect", "failed", "role", role)), kind + " " + role);
            }
        }
        for (String kind : List.of("page", "mailbox", "long_line", "path")) {
            assertEquals(Tone.CAUTION, tone(seen(kind, "network", "failed", "role", "target")), kind);
        }
        assertEquals(Tone.CAUTION, tone(seen("sender_domain", "delivery", "failed")));
        assertEquals(Tone.CAUTION, tone(seen("sender_domain", "delivery", "ok", "faults", List.of(Map.of("code", "domain.spf_missing")))));
        assertEquals(Tone.FINE, tone(seen("sender_domain", "delivery", "ok", "faults", List.of())));
        for (String kind : List.of("firewall", "interfaces", "protection", "clock")) {
            assertEquals(Tone.QUIET, tone(seen(kind, "network", "failed")), kind + " could not be read, and that is all");
        }
    }

    @Test
    void silenceIsAsItShouldBeWhereNobodyCanBe() {
        assertEquals(Tone.FINE, tone(seen("dns_canary", "dns", "failed", "lure", "impossible_name", "failure", "name_not_found")));
        assertEquals(Tone.CAUTION, tone(seen("dns_canary", "dns", "ok", "lure", "impossible_resolver")));
        assertEquals(Tone.FINE, tone(door("canary", "192.0.2.1", "failed")));
        assertEquals(Tone.CAUTION, tone(door("canary", "192.0.2.1", "ok")));
    }

    @Test
    void aServerWithoutIpv6IsNoFailure() {
        assertEquals(Tone.FINE, tone(lookup("8.8.8.8", "AAAA", "failed", "failure", "no_address")));
        assertEquals(Tone.QUIET, tone(lookup("8.8.8.8", "A", "failed", "failure", "no_address")));
        assertEquals(Tone.BROKEN, tone(lookup("system", "any", "failed", "failure", "no_address")));
        assertEquals(Tone.CAUTION, tone(lookup("8.8.8.8", "A", "failed", "failure", "timeout")));
    }

    @Test
    void oneAddressOfSeveralDecidesNothing() {
        Seen names = lookup("system", "any", "ok", "addresses", List.of("192.0.2.5", "2001:db8::5"));
        Seen six = door("target", "2001:db8::5", "failed");
        assertTrue(new Witnesses(List.of(names, six), HOST).undecided(six), "the other one is still to be tried");
        assertFalse(new Witnesses(List.of(names, six, door("target", "192.0.2.5", "failed")), HOST).undecided(six));
        assertEquals(Tone.CAUTION, tone(six, names, door("target", "192.0.2.5", "ok")));
        assertEquals(Tone.BROKEN, tone(six, names, door("target", "192.0.2.5", "failed")));
    }

    @Test
    void aStationIsSpokenForByWhatLiesOnTheWayInEveryOrder() {
        var all = new ArrayList<>(List.of(lookup("system", "any", "ok", "addresses", List.of("192.0.2.5"), "id", "own"),
                lookup("8.8.8.8", "AAAA", "failed", "failure", "no_address", "started_ms", 90.0),
                lookup("9.9.9.9", "AAAA", "failed", "failure", "name_not_found", "started_ms", 91.0),
                seen("dns_canary", "dns", "failed", "lure", "impossible_name", "started_ms", 99.0),
                seen("dns", "dns", "failed", "resolver", "system", "name", "control.example", "failure", "timeout", "started_ms", 99.0)));
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(all, random);
            assertEquals(Optional.of("own"), new Witnesses(all, HOST).speaking(Set.of("dns"), Tone.FINE, List.of()).map(Seen::id));
        }
    }

    @Test
    void aBrokenStationIsNeverSpokenForByWhatIsFine() {
        Seen refused = seen("tcp", "connect", "failed", "role", "target", "failure", "refused", "id", "refused");
        Seen rules = seen("firewall", "connect", "ok", "id", "rules", "rules", List.of(), "started_ms", 50.0);
        var both = new Witnesses(List.of(refused, rules), HOST);
        assertEquals(Optional.of("refused"), both.speaking(Set.of("connect"), Tone.BROKEN, List.of("rules")).map(Seen::id));
        assertEquals(Optional.empty(), new Witnesses(List.of(rules), HOST).speaking(Set.of("connect"), Tone.BROKEN, List.of("rules")));
        Seen control = seen("tcp", "connect", "failed", "role", "control", "id", "control");
        assertEquals(Optional.empty(), new Witnesses(List.of(control), HOST).speaking(Set.of("connect"), Tone.BROKEN, List.of("control")),
                "another server's door is not this one's");
    }

    @Test
    void whatDecidedSpeaksThoughItLiesBesideTheWay() {
        Seen portal = seen("page", "network", "ok", "id", "portal", "expected_status", 204, "answer_status", 302);
        var witnesses = new Witnesses(List.of(portal), HOST);
        assertEquals(Optional.of("portal"), witnesses.speaking(Set.of("network"), Tone.BROKEN, List.of("portal")).map(Seen::id));
        assertEquals(Optional.empty(), witnesses.speaking(Set.of("network"), Tone.FINE, List.of()));
    }

    @Test
    void theNameIsComparedAsItIsAsked() {
        Seen own = seen("dns", "dns", "ok", "resolver", "system", "name", "mail.xn--blumen-mller-klb.de");
        assertTrue(new Witnesses(List.of(own), "mail.blumen-müller.de").onTheWay(own));
        assertTrue(new Witnesses(List.of(own), "MAIL.blumen-müller.de.").onTheWay(own));
        assertFalse(new Witnesses(List.of(own), "mail.example").onTheWay(own));
    }

    @Test
    void whoHasToActIsNotTicked() {
        Report device = report("device", 0.95);
        assertEquals("settings", Witnesses.cause(device).orElseThrow().stage());
        assertTrue(Witnesses.cause(device).orElseThrow().at("settings", "ok"));
        assertFalse(Witnesses.cause(device).orElseThrow().at("network", "ok"));
        assertEquals("cause_maybe", Witnesses.cause(report("network", 0.7)).orElseThrow().status());
        assertEquals(Optional.empty(), Witnesses.cause(report("mail_provider", 0.9)));
        assertTrue(TextReport.write(device, false).contains("! Your settings  "), TextReport.write(device, false));
        assertTrue(new HtmlReport(Locale.ENGLISH, java.time.ZoneOffset.UTC).write(device).contains("the cause is here"));
    }

    private static Report report(String party, double confidence) {
        Report healthy = Samples.problem();
        Report.Verdict one = healthy.diagnoses().getFirst();
        var verdict = new Report.Verdict(one.code(), one.stage(), party, confidence, one.title(), one.summary(), one.steps(),
                one.evidence(), one.letter());
        return new Report(healthy.id(), healthy.created(), healthy.tool(), Map.of("host", HOST), healthy.outcome(), List.of(verdict),
                List.of(), List.of(new Report.StageResult("settings", "ok", 0, 1), new Report.StageResult("network", "ok", 0, 1),
                        new Report.StageResult("connect", "failed", 0, 1)), List.of(), List.of(), 10);
    }
}
