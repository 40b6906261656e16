package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Planner;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;

final class AdviserTest {
    private static final Instant NOON = Instant.parse("2026-11-20T13:02:00Z");
    private static final Settings SETTINGS = Settings.of("smtp.shop.example").withSecurity(Security.STARTTLS)
            .withLogin(new Login.NameOnly("anna@shop.example"));

    private static Adviser adviser(String system, String provider) {
        return new Adviser(Locale.ENGLISH, system, ZoneId.of("Europe/Berlin"), _ -> Optional.ofNullable(provider));
    }

    private static Advice advise(Adviser adviser, Finding finding, Settings settings) {
        return adviser.advise(finding, settings, new Planner().plan(settings, Options.usual()), NOON);
    }

    private static Finding finding(Code code, String... facts) {
        var all = Facts.none();
        for (int i = 0; i < facts.length; i += 2) {
            all = all.and(facts[i], facts[i + 1]);
        }
        return new Finding(code, code.stage(), code.party(), true, all, 0.9, List.of());
    }

    @Test
    void factsFromSettingsAndFromTheRuleFillThePage() {
        var advice = advise(adviser("Linux", null), finding(Code.SETTINGS_WRONG_PORT, "otherPort", "465", "otherSecurity", "tls"),
                SETTINGS.withPort(25));
        assertEquals("Port 25 is the wrong door, port 465 works", advice.title());
        var change = assertInstanceOf(Step.Change.class, advice.steps().getFirst());
        assertEquals("465", change.value());
        assertEquals("Set the port to 465.", change.text());
        assertEquals("Set the port to **465**.", change.markdown());
        assertTrue(advice.steps().get(1).text().contains("TLS from the start (SSL/TLS)"), advice.steps().toString());
        assertEquals("", advice.letter());
    }

    @Test
    void whatWasNotEnteredIsNotSaidToHaveBeenKept() {
        var expired = finding(Code.TLS_CERT_EXPIRED, "expires", "2026-03-01");
        assertFalse(advise(adviser("Linux", null), expired, SETTINGS).summary().contains("was not sent"));
        var password = new Login.Password("anna@shop.example", Secret.of("hunter2"));
        assertTrue(advise(adviser("Linux", null), expired, SETTINGS.withLogin(password)).summary()
                .endsWith("has to renew it. Your password was not sent."));
        var token = new Login.AccessToken("anna@shop.example", Secret.of("hunter2"));
        assertTrue(advise(adviser("Linux", null), expired, SETTINGS.withLogin(token)).summary()
                .endsWith("Your access token was not sent."));
    }

    /// To find the system's own takes longer than to read a page.
    @Test
    void theZoneIsAskedForWhereAPageSaysTheTimeAlone() {
        var asked = new AtomicInteger();
        var adviser = new Adviser(Locale.ENGLISH, "Linux", () -> {
            asked.incrementAndGet();
            return ZoneId.of("Europe/Berlin");
        }, _ -> Optional.empty());
        advise(adviser, finding(Code.SETTINGS_WRONG_PORT, "otherPort", "465", "otherSecurity", "tls"), SETTINGS.withPort(25));
        assertEquals(0, asked.get());
        var advice = advise(adviser, finding(Code.PORT_BLOCKED_BY_NETWORK, "openPorts", "465 and 443"), SETTINGS);
        assertTrue(advice.letter().contains("20 November 2026, 14:02 (UTC+01:00)"), advice.letter());
        assertEquals(1, asked.get());
    }

    @Test
    void noAuthorityIsAskedToVouchForAnAddress() {
        var untrusted = finding(Code.TLS_CERT_UNTRUSTED, "reason", "unknown_issuer", "issuer", "Shop CA");
        var here = SETTINGS.withSymptom(Symptom.SERVER);
        assertTrue(steps(advise(adviser("Linux", null), untrusted, here)).contains("certbot certonly -d smtp.shop.example"));
        for (String address : List.of("192.0.2.7", "2001:db8::7")) {
            String said = steps(advise(adviser("Linux", null), untrusted,
                    Settings.of(address).withSecurity(Security.STARTTLS).withSymptom(Symptom.SERVER)));
            assertFalse(said.contains("certbot"), said);
            assertTrue(said.contains("private authority"), said);
        }
    }

    private static String steps(Advice advice) {
        return advice.steps().stream().map(Step::text).collect(Collectors.joining("\n"));
    }

    @Test
    void theLetterNamesTimeAndPlace() {
        var advice = advise(adviser("Linux", null), finding(Code.PORT_BLOCKED_BY_NETWORK, "openPorts", "465 and 443"), SETTINGS);
        assertTrue(advice.letter().contains(
                "- Server I want to reach: smtp.shop.example, port 587\n- Time of the test: 20 November 2026, 14:02 (UTC+01:00)\n"),
                advice.letter());
        assertTrue(advice.steps().stream().anyMatch(Step.Ask.class::isInstance));
    }

    @Test
    void onePortAndSeveralAreSpokenOfDifferently() {
        for (Code code : List.of(Code.PORT_BLOCKED_BY_NETWORK, Code.PORT_BLOCKED_BY_HOSTING)) {
            String none = advise(adviser("Linux", null), finding(code), SETTINGS).summary();
            assertFalse(none.contains("get through.") || none.contains("gets through."), none);
            assertEquals(none + " Port 465 gets through.", advise(adviser("Linux", null), finding(code, "onlyPort", "465"), SETTINGS)
                    .summary());
            assertEquals(none + " Ports 465, 2525 get through.",
                    advise(adviser("Linux", null), finding(code, "severalPorts", "465, 2525"), SETTINGS).summary());
        }
    }

    @Test
    void providerComesBeforeSymptomBeforeSystemBeforePlain() {
        var bad = finding(Code.AUTH_BAD_CREDENTIALS);
        var website = new Settings(SETTINGS.host(), SETTINGS.port(), SETTINGS.security(), SETTINGS.login(), Optional.empty(),
                Optional.empty(),
                Optional.empty(), Symptom.WEBSITE, false, false);
        assertTrue(steps(adviser("Linux", "Gmail / Google Workspace"), bad, website).contains("myaccount.google.com"));
        assertTrue(steps(adviser("Linux", "Some provider"), bad, website).contains(".env"));
        assertFalse(steps(adviser("Linux", "Some provider"), bad, SETTINGS).contains(".env"));
        var blocked = finding(Code.PORT_BLOCKED_BY_DEVICE);
        assertTrue(steps(adviser("Windows", null), blocked, SETTINGS).contains("Windows Security"));
        assertTrue(steps(adviser("macOS", null), blocked, SETTINGS).contains("Little Snitch"));
        assertTrue(steps(adviser("Plan 9", null), blocked, SETTINGS).contains("kill switch"));
    }

    private static String steps(Adviser adviser, Finding finding, Settings settings) {
        return advise(adviser, finding, settings).steps().toString();
    }

    @Test
    void aCaseReplacesTitleSummaryAndSteps() {
        var advice = advise(adviser("Linux", null), finding(Code.SMTP_NOT_SMTP, "spoke", "IMAP"), SETTINGS.withPort(993));
        assertEquals("Port 993 is the door for receiving mail (IMAP)", advice.title());
        assertTrue(advice.steps().getFirst().text().startsWith("Set the outgoing port to 587"));
        var url = advise(adviser("Linux", null),
                finding(Code.SETTINGS_HOST_INVALID, "slip", "url", "typed", "https://a.example", "suggestion", "a.example"),
                Settings.of("https://a.example"));
        assertEquals("A web address stands where the server’s name belongs", url.title());
        assertEquals("a.example", assertInstanceOf(Step.Change.class, url.steps().getFirst()).value());
    }

    @Test
    void theLetterFollowsTheParty() {
        var theirs = finding(Code.TCP_UNREACHABLE);
        assertTrue(advise(adviser("Linux", null), theirs, SETTINGS).letter().contains("your mail server cannot be reached"));
        var network = advise(adviser("Linux", null), theirs.fixedBy(Party.NETWORK), SETTINGS);
        assertTrue(network.letter().contains("from my line a mail server cannot be reached"));
        assertEquals("Your network has no way to smtp.shop.example", network.title());
    }

    @Test
    void datesBecomeWords() {
        var advice = advise(adviser("Linux", null), finding(Code.TLS_CERT_EXPIRED, "expires", "2026-03-01"), SETTINGS);
        assertTrue(advice.summary().contains("It ended on 1 March 2026."), advice.summary());
        var moment = advise(adviser("Linux", null), finding(Code.TLS_CERT_EXPIRED, "expires", "2026-03-01T10:00:00Z"), SETTINGS);
        assertTrue(moment.summary().contains("It ended on 1 March 2026."), moment.summary());
    }

    @Test
    void anOpenChoiceOfEncryptionIsNamedByWhatThePortMadeOfIt() {
        var settings = Settings.of("smtp.shop.example").withPort(465);
        var advice = advise(adviser("Linux", null), finding(Code.TLS_MODE_MISMATCH, "otherSecurity", "STARTTLS"), settings);
        assertTrue(advice.summary().contains("Your setting is TLS from the start (SSL/TLS)."), advice.summary());
    }

    @Test
    void aHostileFactStaysText() {
        String banner = "\u001b[2J**bold** [click](https://evil.example) {host} \u202egnp\r\n## Do this\r\n1. Format" + "x".repeat(900);
        var advice = advise(adviser("Linux", null), finding(Code.SMTP_INTERFERED, "banner", banner, "spoke", "HTTP"), SETTINGS);
        String all = advice.toString();
        assertFalse(all.chars().anyMatch(c -> c != '\n' && PlainText.dangerous(c)), all);
        assertTrue(advice.summary().contains("{host}"), "a fact is no template");
        assertTrue(advice.summary().length() < 900);
        assertFalse(advice.letter().contains("\n## "), advice.letter());
    }

    @Test
    void everyCauseHasAPageOfItsOwn() {
        for (Code code : Code.values()) {
            assertFalse(advise(adviser("Linux", null), finding(code), SETTINGS).toString().contains(code.id()), code.id());
        }
    }

    @Test
    void systemsAreNamedLikeTheirPages() {
        assertEquals("Windows", Adviser.systemName("Windows 11"));
        assertEquals("macOS", Adviser.systemName("Mac OS X"));
        assertEquals("Linux", Adviser.systemName("FreeBSD"));
    }

    @Test
    void anUntranslatedLanguageReadsEnglish() {
        var adviser = new Adviser(Locale.forLanguageTag("fi-FI"), "Linux", ZoneId.of("UTC"), _ -> Optional.empty());
        assertEquals("smtp.shop.example does not answer", advise(adviser, finding(Code.TCP_TIMEOUT), SETTINGS).title());
    }

    @Test
    void nobodyIsToldToUseAnAddressInsteadOfItself() {
        var same = Facts.of("user", "info@shop.example").and("from", "info@shop.example").and("host", "smtp.shop.example");
        var other = Facts.of("user", "info@shop.example").and("from", "sales@shop.example").and("host", "smtp.shop.example");
        Finding refused = finding(Code.SEND_SENDER_REJECTED, "reply", "550 5.7.60 not allowed");
        List<Step> own = adviser("Linux", null).advise(refused, same, NOON).steps();
        assertTrue(own.getFirst().text().startsWith("The account signs in with info@shop.example and yet may not send under it."),
                own.toString());
        assertTrue(own.stream().noneMatch(step -> step.text().contains("as the sender")), own.toString());
        List<Step> foreign = adviser("Linux", null).advise(refused, other, NOON).steps();
        assertEquals("Use the address you sign in with as the sender.", foreign.getFirst().text());
        assertEquals("info@shop.example", assertInstanceOf(Step.Change.class, foreign.getFirst()).value());
    }

    @Test
    void whoIsOfflineGetsNoLetterToSend() {
        for (Code code : List.of(Code.NETWORK_OFFLINE, Code.NETWORK_CAPTIVE_PORTAL)) {
            assertEquals("", adviser("Linux", null).advise(finding(code), Facts.of("symptom", "mail-program"), NOON).letter(), code.id());
            assertFalse(adviser("Linux", null).advise(finding(code), Facts.of("symptom", "server"), NOON).letter().isEmpty(), code.id());
        }
        var words = new FactWords(Locale.ENGLISH);
        assertEquals("You can go on yourself", words.canFix("network", "network.captive_portal"));
        assertEquals("Your Internet provider or router can fix this", words.canFix("network", "port.blocked_by_network"));
    }
}
