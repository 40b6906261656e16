package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

/// Reads every page the way a stern editor would.
final class AdvicePagesTest {
    private static final Set<String> AREAS = Set.of("settings", "network", "dns", "port", "tcp", "smtp", "tls", "device", "auth", "send",
            "domain", "app");
    private static final Set<String> ALWAYS = Set.of("host", "port", "security", "time");
    private static final Map<String, String> USUAL = usual();
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\berrors?\\b|\\binvalid\\b|\\bfailed to\\b|!|\\be\\.g\\.|\\bi\\.e\\.", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADLINE = 70;
    private static final int LONGEST_SENTENCE = 30;

    private final AdvicePages pages = new AdvicePages(Locale.ENGLISH);
    private final Map<String, Adviser> advisers = new HashMap<>();

    private static Map<String, String> usual() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("host", "mail.example-shop.com");
        facts.put("port", "587");
        facts.put("security", "STARTTLS");
        facts.put("user", "anna@example-shop.com");
        facts.put("otherUser", "anna@example-shop.com");
        facts.put("ownAddress", "anna@example-shop.com");
        facts.put("domain", "example-shop.com");
        facts.put("provider", "Example Mail");
        facts.put("time", "20 November 2026, 14:02 (UTC+01:00)");
        facts.put("from", "anna@example-shop.com");
        facts.put("to", "otto@example.net");
        facts.put("reply", "550 5.7.1 Not today");
        facts.put("finality", "no");
        facts.put("address", "192.0.2.17");
        facts.put("addresses", "192.0.2.1 and 192.0.2.2");
        facts.put("typed", "mail.exmaple-shop.com");
        facts.put("suggestion", "mail.example-shop.com");
        facts.put("slip", "url");
        facts.put("missing", "password");
        facts.put("otherPort", "465");
        facts.put("otherSecurity", "TLS from the start (SSL/TLS)");
        facts.put("openPorts", "465 and 443");
        facts.put("onlyPort", "465");
        facts.put("severalPorts", "465, 2525");
        facts.put("failure", "tls_no_common");
        facts.put("where", "encrypt");
        facts.put("spoke", "unknown");
        facts.put("banner", "220 other.example ESMTP");
        facts.put("delay", "14.8");
        facts.put("timeoutAdvice", "30");
        facts.put("budget", "10");
        facts.put("name", "example-shop.com");
        facts.put("names", "srv.example.net, www.example.net");
        facts.put("nameHint", "srv.example.net");
        facts.put("commonName", "mail.example-shop.com");
        facts.put("issuer", "Example CA");
        facts.put("subject", "srv.example.net");
        facts.put("expires", "2026-03-01");
        facts.put("validFrom", "2027-03-01");
        facts.put("days", "12");
        facts.put("product", "Example Antivirus");
        facts.put("protocol", "TLS 1.1");
        facts.put("reason", "unknown_authority");
        facts.put("mechanism", "PLAIN");
        facts.put("mechanisms", "XOAUTH2 and GSSAPI");
        facts.put("resolver", "192.0.2.53");
        facts.put("alias", "gone.example.net");
        facts.put("limit", "50");
        facts.put("list", "zen.spamhaus.org");
        facts.put("offset", "10800");
        facts.put("elsewhere", "smtp.gmail.com");
        facts.put("silentPorts", "25, 465");
        facts.put("rule", "nft filter output: port 587 drop");
        facts.put("family", "IPv6");
        facts.put("protection", "Example Antivirus");
        facts.put("vpn", "wg0");
        facts.put("otherHost", "imap.example.net");
        facts.put("count", "9");
        facts.put("good", "5");
        facts.put("name", "_dmarc.example-shop.com");
        facts.put("value", "v=DMARC1; p=none; rua=mailto:dmarc-reports@example-shop.com");
        facts.put("record", "v=DMARC1; p=nothing");
        facts.put("dnsHost", "Example DNS");
        facts.put("dnsWhere", "your domain, DNS records");
        facts.put("lookups", "12");
        facts.put("voidLookups", "3");
        facts.put("term", "include:gone.example.net");
        facts.put("include", "gone.example.net");
        facts.put("sender", "mail.example-shop.com (192.0.2.17)");
        facts.put("result", "fail");
        facts.put("selector", "default");
        facts.put("bits", "768");
        facts.put("problems", "invalid_value:p");
        facts.put("mx", "mx.example-shop.com");
        facts.put("why", "the web server said 404");
        facts.put("ip", "192.0.2.17");
        facts.put("entry", "192.0.2.17");
        facts.put("delist", "https://list.example/remove");
        facts.put("company", "Example Hosting");
        facts.put("companyWay", "Open a ticket in its panel.");
        facts.put("companyOften", "It opens the port on request.");
        facts.put("machine", "web7.example.net");
        facts.put("ownAddress", "192.0.2.80");
        facts.put("selinux", "system_u:system_r:httpd_t:s0");
        facts.put("hereWorks", "587");
        facts.put("rightBanner", "mx.example.net");
        facts.put("functions", "fsockopen, stream_socket_client");
        facts.put("version", "7.4.3");
        facts.put("bundle", "/etc/ssl/cert.pem");
        facts.put("bundleDate", "2015-03-01");
        facts.put("openssl", "OpenSSL 1.0.2");
        facts.put("location", "http://login.hotel.example/");
        return facts;
    }

    private static List<Code> codes() {
        return Arrays.stream(Code.values()).filter(code -> AREAS.contains(code.id().split("\\.")[0])).toList();
    }

    private Stream<DynamicTest> each(BiConsumer<Code, AdvicePage> check) {
        return codes().stream().map(code -> DynamicTest.dynamicTest(code.id(), () -> check.accept(code, pages.page(code).orElseThrow())));
    }

    @Test
    void everyCodeHasAPage() {
        assertTrue(codes().size() >= 69);
        assertEquals(List.of(), codes().stream().filter(code -> !pages.has(code)).toList());
    }

    @TestFactory
    Stream<DynamicTest> aPageHasTitleSummaryStepsAndBackgroundOfUse() {
        return each((code, page) -> {
            assertFalse(page.title().isEmpty());
            assertFalse(page.summary().isEmpty());
            var plain = page.sections().stream().filter(s -> s.heading() instanceof Heading.Plainly).findFirst().orElseThrow();
            assertTrue(plain.steps().size() >= 2 && plain.steps().size() <= 5, "steps: " + plain.steps().size());
            for (var section : page.sections()) {
                boolean steps = switch (section.heading()) {
                    case Heading.Plainly(), Heading.OnSystem(_), Heading.WithProvider(_), Heading.WhenSending(_) -> true;
                    case Heading.InCase(_), Heading.Letter(_), Heading.Background() -> false;
                };
                assertTrue(!steps || !section.steps().isEmpty() && section.steps().size() <= 5, section.heading().toString());
                assertTrue(!section.paragraphs().isEmpty() || !section.steps().isEmpty(), "empty: " + section.heading());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whoeverElseMustActGetsALetterWithOneQuestion() {
        return each((code, page) -> {
            var letters = page.sections().stream().filter(s -> s.heading() instanceof Heading.Letter).toList();
            if (code.party() != Party.YOU && code.party() != Party.DEVICE) {
                assertFalse(letters.isEmpty(), "a letter is missing");
            }
            for (var letter : letters) {
                String text = letter.paragraphs().stream().map(p -> p.text().plain(USUAL)).collect(Collectors.joining("\n"));
                assertEquals(1, text.chars().filter(c -> c == '?').count(), text);
                assertTrue(text.contains(USUAL.get("time")), "no time: " + text);
                assertTrue(text.contains("Thank you"), text);
            }
            boolean asks = page.sections().stream().flatMap(s -> s.steps().stream())
                    .anyMatch(s -> s.kind() == AdvicePage.StepLine.Kind.ASK);
            assertTrue(!asks || !letters.isEmpty(), "a step asks, but there is nothing to send");
            assertTrue(letters.isEmpty() || asks, "a letter that no step mentions");
        });
    }

    @TestFactory
    Stream<DynamicTest> onlyKnownFactsAreMentioned() {
        return each((_, page) -> assertEquals(List.of(), page.holes().filter(hole -> !USUAL.containsKey(hole)).distinct().toList()));
    }

    @TestFactory
    Stream<DynamicTest> theTitleNeedsOnlyWhatIsAlwaysKnown() {
        return each((_, page) -> assertEquals(List.of(), page.title().holes().filter(hole -> !ALWAYS.contains(hole)).toList()));
    }

    @TestFactory
    Stream<DynamicTest> aCasesTitleNeedsOnlyWhatTheCaseKnows() {
        return each((_, page) -> {
            for (var section : page.sections()) {
                if (section.heading() instanceof Heading.InCase(var condition) && !section.paragraphs().isEmpty()) {
                    assertEquals(List.of(), section.paragraphs().getFirst().text().holes()
                            .filter(hole -> !ALWAYS.contains(hole) && !hole.equals(condition.fact())).toList());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> headlinesAreShort() {
        return each((_, page) -> {
            for (String title : titles(page)) {
                assertTrue(title.length() <= LONGEST_HEADLINE, title.length() + ": " + title);
                assertFalse(title.endsWith("."), title);
            }
        });
    }

    private static List<String> titles(AdvicePage page) {
        var titles = new ArrayList<String>();
        titles.add(page.title().plain(USUAL));
        page.sections().stream().filter(s -> s.heading() instanceof Heading.InCase && !s.paragraphs().isEmpty())
                .map(s -> s.paragraphs().getFirst().text().plain(USUAL)).forEach(titles::add);
        return titles;
    }

    @TestFactory
    Stream<DynamicTest> sentencesAreShortAndCalm() {
        return each((_, page) -> {
            for (String sentence : sentences(page)) {
                int words = sentence.split("\\s+").length;
                assertTrue(words <= LONGEST_SENTENCE, words + " words: " + sentence);
                assertFalse(FORBIDDEN.matcher(sentence).find(), sentence);
            }
        });
    }

    private static List<String> sentences(AdvicePage page) {
        var passages = new ArrayList<Passage>(List.of(page.title(), page.summary()));
        for (var section : page.sections()) {
            section.paragraphs().forEach(p -> passages.add(p.text()));
            section.steps().forEach(s -> passages.add(s.text()));
        }
        return passages.stream().flatMap(p -> p.sentences().stream()).map(s -> new Passage(List.of(s)).plain(USUAL)).toList();
    }

    /// A protection that is switched off comes back in the same step.
    @TestFactory
    Stream<DynamicTest> nothingProtectiveStaysOff() {
        var off = Pattern.compile("\\b(pause|disable|switch (one|it|that|the antivirus) off|turn (it|that) off|disconnect it)\\b",
                Pattern.CASE_INSENSITIVE);
        var on = Pattern.compile("switch (it|that) back on|reconnect it|then check again|, and check again", Pattern.CASE_INSENSITIVE);
        return each((_, page) -> page.sections().stream().flatMap(s -> s.steps().stream()).map(s -> s.text().plain(USUAL))
                .filter(text -> off.matcher(text).find() && !text.startsWith("Pause large downloads"))
                .forEach(text -> assertTrue(on.matcher(text).find() || text.contains("disconnect it and check again"), text)));
    }

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

    @TestFactory
    Stream<DynamicTest> linksGoToHttpsOnly() {
        return each((_, page) -> page.sections().stream().flatMap(s -> s.steps().stream()).flatMap(s -> s.text().sentences().stream())
                .flatMap(List::stream).filter(Piece.Link.class::isInstance).map(link -> ((Piece.Link) link).target())
                .forEach(target -> assertTrue(target.startsWith("https://") || target.equals("http://example.com"), target)));
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
