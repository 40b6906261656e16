package org.mailmedic.ui.page.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.advice.Adviser;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainSamples;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.page.domain.DomainCard.Tone;
import org.mailmedic.ui.page.domain.DomainModel.State;
import org.mailmedic.ui.part.Texts;

final class DomainModelTest {
    private final FakeDomainEngine engine = new FakeDomainEngine();
    private final NoWay way = new NoWay();
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final DomainModel model = new DomainModel(new DomainModel.Needs(engine, () -> new DomainWords(texts, new Adviser(Locale.ENGLISH,
            "linux", ZoneOffset.UTC, _ -> Optional.empty())), Runnable::run, way, texts, InstantSource.fixed(Instant.EPOCH)));

    private DomainSheet sheet(DomainLook look) {
        model.domainProperty().set("example.org");
        model.look();
        engine.finds(look);
        return assertInstanceOf(State.Finished.class, model.stateProperty().get()).sheet();
    }

    private static DomainCard card(DomainSheet sheet, String id) {
        return sheet.cards().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"example.org,example.org", "' anna@Example.org ',example.org", "blumen-müller.de,xn--blumen-mller-klb.de"})
    void theDomainIsTakenFromWhatIsTyped(String typed, String asked) {
        model.domainProperty().set(typed);
        model.look();
        assertEquals(List.of(asked), engine.questions.stream().map(each -> each.domain().toLowerCase(Locale.ROOT)).toList());
        assertFalse(engine.questions.getFirst().blocklists().isEmpty());
        assertInstanceOf(State.Busy.class, model.stateProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "localhost", "192.0.2.1", "exa mple.org", "anna@"})
    void whatIsNoDomainIsSaidBesideTheFieldAndAsksNobody(String typed) {
        model.domainProperty().set(typed);
        model.look();
        assertTrue(model.domainHintProperty().get().isSlip());
        assertEquals(List.of(), engine.questions);
        model.domainProperty().set("example.org");
        assertNull(model.domainHintProperty().get());
    }

    @Test
    void theServerMayBeNamed() {
        model.domainProperty().set("example.org");
        model.senderProperty().set("no server at all");
        model.look();
        assertTrue(model.senderHintProperty().get().isSlip());
        model.senderProperty().set("192.0.2.7");
        model.look();
        assertEquals(List.of("192.0.2.7"), engine.questions.getFirst().sendsThrough());
    }

    @Test
    void anAddressTypedElsewhereIsTakenOnlyWhereNothingIs() {
        model.suggest("anna@example.org");
        assertEquals("example.org", model.domainProperty().get());
        model.suggest("bert@example.com");
        assertEquals("example.org", model.domainProperty().get());
    }

    @Test
    void cardsComeInTheOrderOfImportance() {
        List<String> ids = sheet(DomainSamples.healthy()).cards().stream().map(DomainCard::id).toList();
        assertEquals(Stream.of("spf", "dkim", "dmarc", "mx", "transport", "ptr", "blocklist", "more").filter(ids::contains).toList(), ids);
        assertTrue(ids.containsAll(List.of("spf", "dkim", "dmarc", "mx", "transport")));
    }

    @Test
    void whatIsInOrderHasNothingToDo() {
        DomainSheet sheet = sheet(DomainSamples.healthy());
        DomainCard spf = card(sheet, "spf");
        assertEquals(Tone.FINE, spf.status().tone());
        assertEquals(List.of(), spf.todos());
        assertEquals("v=spf1 ip4:192.0.2.0/24 -all", spf.entries().getFirst().text());
        assertEquals(Optional.empty(), spf.entries().getFirst().put());
        assertFalse(sheet.partly());
    }

    @Test
    void anOptionalRecordThatIsMissingIsNoAlarm() {
        assertEquals(Tone.QUIET, card(sheet(DomainSamples.healthy()), "transport").status().tone());
    }

    @Test
    void aServerThatIsNotCoveredIsSaidWithTheTextToEnter() {
        DomainCard spf = card(sheet(DomainSamples.ill()), "spf");
        assertEquals(Tone.BROKEN, spf.status().tone());
        assertFalse(spf.todos().isEmpty());
        DomainCard.Put put = spf.entries().getFirst().put().orElseThrow();
        assertEquals("TXT", put.type());
        assertEquals("@", put.shortName());
        assertTrue(put.value().contains("ip4:192.0.2.7"), put.value());
        assertTrue(spf.letters().getFirst().contains("ip4:192.0.2.7"), "whoever manages the domain gets it, too");
        assertTrue(spf.where().isEmpty(), "nobody knows who manages it");
        assertEquals(3, spf.folded().size(), "the record and the two that it includes");
        assertTrue(spf.senders().getFirst().startsWith("192.0.2.7"));
    }

    @Test
    void answersThatCouldNotBeHadAreSaidToBeThat() {
        DomainSheet sheet = sheet(DomainSamples.silent());
        assertTrue(sheet.partly());
        assertEquals(Tone.UNKNOWN, card(sheet, "spf").status().tone());
    }

    @Test
    void whereEveryNameIsDeniedThatIsSaidAndNothingElse() {
        DomainSheet sheet = sheet(DomainSamples.denied());
        assertTrue(sheet.headline().contains("denies every name"), sheet.headline());
        assertFalse(sheet.partly(), "nobody kept silent");
        assertEquals(1, sheet.general().size());
        assertTrue(sheet.general().getFirst().summary().contains("gmail.com"));
        sheet.cards().forEach(each -> assertEquals(Tone.UNKNOWN, each.status().tone(), each::id));
    }

    @Test
    void whoSaysSomethingElseIsNamedOnTheCard() {
        DomainCard dmarc = card(sheet(DomainSamples.differing()), "dmarc");
        assertTrue(dmarc.summaries().getFirst().contains("192.0.2.1") && dmarc.summaries().getFirst().contains("v=DMARC1; p=quarantine")
                && dmarc.summaries().getFirst().contains("29 minutes"), dmarc.summaries()::toString);
    }

    @Test
    void theNextLookSaysWhatHasChanged() {
        assertEquals(Optional.empty(), sheet(DomainSamples.ill()).changes());
        List<String> changes = sheet(DomainSamples.healthy()).changes().orElseThrow();
        assertTrue(changes.contains("Who may send for you (SPF): it was “needs attention”, now it is “in order”."), changes::toString);
        assertEquals(Optional.of(List.of()), sheet(DomainSamples.healthy()).changes());
        assertEquals(Optional.of(List.of()), sheet(DomainSamples.denied()).changes(), "what was not seen has not changed");
        model.forget();
        assertEquals(Optional.empty(), sheet(DomainSamples.healthy()).changes());
    }

    @Test
    void whatWasFoundIsSaved() {
        sheet(DomainSamples.ill());
        model.save();
        assertEquals("save", way.steps.getLast());
    }

    @Test
    void whatStandsInDnsCannotTurnTheLine() {
        String text = card(sheet(DomainSamples.unruly()), "dmarc").entries().getFirst().text();
        assertTrue(text.contains("abc59"));
        assertTrue(text.chars().noneMatch(c -> c == 0x202e || c == 7));
    }

    @Test
    void whatIsStoppedIsNotHeardAnyMore() {
        model.domainProperty().set("example.org");
        model.look();
        model.stop();
        assertEquals(1, engine.cancelled);
        engine.finds(DomainSamples.healthy());
        assertEquals(new State.Stopped("example.org"), model.stateProperty().get());
        model.look();
        engine.breaks(new IllegalStateException("a fault"));
        assertEquals(List.of("stumbled"), way.steps);
        assertInstanceOf(State.Empty.class, model.stateProperty().get());
    }

    @Test
    void forgettingStopsAndEmpties() {
        model.domainProperty().set("example.org");
        model.look();
        model.forget();
        assertEquals(1, engine.cancelled);
        assertEquals("", model.domainProperty().get());
        assertInstanceOf(State.Empty.class, model.stateProperty().get());
    }
}
