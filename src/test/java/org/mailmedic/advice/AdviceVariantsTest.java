package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.advice.EnglishPages.USUAL;
import static org.mailmedic.advice.EnglishPages.each;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mailmedic.advice.AdvicePage.Heading;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

/// Every page reads well for whoever it is told to, whatever the check-up found out and whatever stands in what it found.
final class AdviceVariantsTest {
    private final Map<String, Adviser> advisers = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> everyVariantReadsWellWithAndWithoutOptionalFacts() {
        return each((code, page) -> {
            for (Symptom symptom : Symptom.values()) {
                for (String system : List.of("Windows", "macOS", "Linux")) {
                    readsWell(code, code.party(), system, symptom, "");
                }
            }
            for (String provider : providers(page)) {
                readsWell(code, code.party(), "Linux", Symptom.MAIL_PROGRAM, provider);
            }
            for (Party party : Party.values()) {
                readsWell(code, party, "Linux", Symptom.MAIL_PROGRAM, "");
            }
        });
    }

    private void readsWell(Code code, Party party, String system, Symptom symptom, String provider) {
        for (int port : new int[] {25, 465, 587}) {
            readsWell(advise(code, party, system, symptom, provider, Facts.none(), bare(symptom).withPort(port)));
            readsWell(advise(code, party, system, symptom, provider, full(), rich(symptom).withPort(port)));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseReadsWell() {
        return each((code, page) -> page.sections().stream().filter(s -> s.heading() instanceof Heading.InCase).forEach(section -> {
            var condition = ((Heading.InCase) section.heading()).condition();
            if (Set.of("party", "from", "to").contains(condition.fact())) {
                return;
            }
            var facts = Facts.of(condition.fact(), condition.value().orElse("x.example"));
            var advice = advise(code, code.party(), "Linux", Symptom.MAIL_PROGRAM, "", facts, bare(Symptom.MAIL_PROGRAM));
            readsWell(advice);
            if (!section.paragraphs().isEmpty()) {
                assertFalse(advice.title().equals(page.title().plain(Map.of("host", "mail.example-shop.com", "port", "587"))),
                        "the case is not told");
            }
        }));
    }

    private static Set<String> providers(AdvicePage page) {
        var names = new TreeSet<String>();
        names.add("");
        page.sections().stream().filter(s -> s.heading() instanceof Heading.WithProvider)
                .forEach(s -> names.addAll(((Heading.WithProvider) s.heading()).names()));
        return names;
    }

    private static Facts full() {
        var facts = Facts.none();
        for (var each : USUAL.entrySet()) {
            if (!Set.of("host", "port", "security", "user", "domain", "provider", "time", "from", "to").contains(each.getKey())) {
                facts = facts.and(each.getKey(), each.getValue());
            }
        }
        return facts;
    }

    private static Settings bare(Symptom symptom) {
        return new Settings("mail.example-shop.com", OptionalInt.of(587), Security.STARTTLS, new Login.None(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), symptom, false, false);
    }

    private static Settings rich(Symptom symptom) {
        return new Settings("mail.example-shop.com", OptionalInt.of(587), Security.STARTTLS, new Login.NameOnly("anna@example-shop.com"),
                Optional.empty(), Optional.empty(), EmailAddress.parse("otto@example.net"), symptom, false, false);
    }

    private Advice advise(Code code, Party party, String system, Symptom symptom, String provider, Facts facts, Settings settings) {
        var adviser = advisers.computeIfAbsent(system + "/" + provider,
                _ -> new Adviser(Locale.ENGLISH, system, ZoneOffset.UTC, _ -> Optional.of(provider).filter(p -> !p.isEmpty())));
        var finding = new Finding(code, code.stage(), party, true, facts, 0.8, List.of());
        return adviser.advise(finding, settings, new Planner().plan(settings, Options.usual()), Instant.parse("2026-11-20T13:02:00Z"));
    }

    private static void readsWell(Advice advice) {
        assertFalse(advice.title().isBlank());
        assertFalse(advice.summary().isBlank(), advice.title());
        assertFalse(advice.steps().isEmpty(), advice.title());
        var texts = new ArrayList<>(List.of(advice.title(), advice.summary(), advice.letter(), advice.why()));
        String first = advice.steps().getFirst().text();
        assertFalse(Pattern.compile("^(Otherwise|Or |Then |If that|If none of this|If it lasts|If not)").matcher(first).find(), first);
        for (Step step : advice.steps()) {
            texts.add(step.text());
            texts.add(step.markdown());
            assertTrue(step.text().endsWith(".") || step.text().endsWith("”"), step.text());
            assertFalse(step.text().contains("[") || step.text().contains("**"), step.text());
            if (step instanceof Step.Change change) {
                assertFalse(change.value().isBlank(), step.text());
            }
            assertTrue(!(step instanceof Step.Ask) || !advice.letter().isEmpty());
        }
        for (String text : texts) {
            assertFalse(text.contains("{") || text.contains("}"), text);
            assertFalse(Pattern.compile("  | [.,;:?](?=\\s|$)|“”|\\(\\)|: *$|\\bnull\\b|^- ?$", Pattern.MULTILINE).matcher(text)
                    .find(),
                    text);
        }
    }

    /// Whatever stands in a fact, the markdown of a step means exactly its plain text.
    @TestFactory
    Stream<DynamicTest> hostileFactsStayText() {
        var nasty = List.of("**a** _b_ `c` <b>x</b> &amp; [l](https://evil.example) ![i](x) \\", "# h", "- l", "1. l", "> q", "***", "`",
                "<https://evil.example>",
                "\u001b[31m\u202e\r\n\r\n    code\n---\n", "{host} {reply}", "a".repeat(4000));
        return each((code, page) -> {
            for (String each : nasty) {
                var facts = Facts.none();
                for (String hole : USUAL.keySet()) {
                    facts = facts.and(hole, each);
                }
                for (Step step : advise(code, code.party(), "Linux", Symptom.MAIL_PROGRAM, "", facts, rich(Symptom.MAIL_PROGRAM)).steps()) {
                    assertFalse(step.text().codePoints().anyMatch(PlainText::dangerous), step.text());
                    assertEquals(step.text().replaceAll("\\s+", " "), said(Parser.builder().build().parse(step.markdown())),
                            step.markdown());
                }
            }
        });
    }

    private static String said(Node parent) {
        var text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(switch (node) {
                case Text t -> t.getLiteral();
                case org.commonmark.node.Code c -> c.getLiteral();
                case Link link -> said(link);
                case Paragraph p -> said(p);
                case StrongEmphasis strong -> said(strong);
                case Emphasis emphasis -> said(emphasis);
                default -> throw new AssertionError("a fact became " + node);
            });
        }
        return text.toString();
    }
}
