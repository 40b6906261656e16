package org.mailmedic.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailmedic.advice.AdvicePage.StepLine;
import org.mailmedic.diagnosis.Code;

final class EntriesTest {
    private final AdvicePages pages = new AdvicePages(Locale.ENGLISH);
    private final Entries entries = new Entries(pages);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "port.blocked_by_device | Allow the port, with ufw for example: sudo ufw allow out 587/tcp. | sudo ufw allow out 587/tcp",
        "port.blocked_by_device | Show the rules for outgoing connections: sudo nft list ruleset, or sudo ufw status verbose. "
                + "| sudo nft list ruleset; sudo ufw status verbose",
        "port.blocked_by_device | On cPanel servers, see whether “SMTP Restrictions” or the CSF setting SMTP_BLOCK is on. Allow the user "
                + "that sends. "
                + "| SMTP_BLOCK",
        "settings.host_typo | Set the outgoing server to gmx.net. | gmx.net",
        "settings.wrong_port | Set the port to 587. | 587",
        "auth.needs_encryption | Or use port 465 with TLS from the start. | 465",
        "auth.mechanism_unsupported | In your mail program, set the authentication method to Normal password. | Normal password",
        "dns.resolver_broken | Compare dig smtp.shop.example with dig @9.9.9.9 smtp.shop.example. "
                + "| dig smtp.shop.example; dig @9.9.9.9 smtp.shop.example",
        "tls.version_too_old | In Postfix: smtpd_tls_protocols = >=TLSv1.2. In Dovecot: ssl_min_protocol = TLSv1.2. "
                + "| smtpd_tls_protocols = >=TLSv1.2; ssl_min_protocol = TLSv1.2"})
    void whatThePageMarks(String code, String step, String values) {
        assertEquals(List.of(values.split("; ")), entries.in(code, step, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "auth.needs_encryption | Or use port 465 for everything.",
        "settings.host_typo | Or use port 465 with TLS from the start.",
        "an.unknown_code | Set the port to 587.",
        "'' | Set the port to 587.",
        "settings.missing | Copy the values from your website’s mail settings. In WordPress they stand in the mail plugin, elsewhere "
                + "often in a file "
                + "named .env."})
    void nothingOfWhatThePageDoesNotSayOrNobodyTypes(String code, String step) {
        assertEquals(List.of(), entries.in(code, step, Map.of()));
    }

    @Test
    void whatTheStepDoesNotNameIsWhatWasEntered() {
        String step = "Use your full address as the user name.";
        assertEquals(List.of("shop@gmail.com"), entries.in("auth.bad_credentials", step, Map.of("user", "shop@gmail.com")));
        assertEquals(List.of(), entries.in("auth.bad_credentials", step, Map.of()));
    }

    @Test
    void whatTheStepNamesCountsMoreThanWhatWasEntered() {
        assertEquals(List.of("a.example"),
                entries.in("settings.host_typo", "Set the outgoing server to a.example.", Map.of("suggestion", "b.example")));
    }

    /// Whatever a page says is to be changed, is found in the plain step that was made of it.
    @ParameterizedTest
    @EnumSource(Code.class)
    void everyChangeOfEveryPage(Code code) {
        List<StepLine> lines = pages.page(code).stream().flatMap(page -> page.sections().stream())
                .flatMap(section -> section.steps().stream()).toList();
        for (StepLine line : lines) {
            Map<String, String> facts = line.holes().distinct().collect(Collectors.toMap(name -> name, name -> name + ".example.com"));
            List<String> found = entries.in(code.id(), line.text().plain(facts), facts);
            if (line.kind() == StepLine.Kind.CHANGE) {
                String value = line.value().plain(facts);
                assertTrue(found.stream().anyMatch(each -> each.contains(value)), () -> line.text().plain(facts) + " " + found);
            }
            assertTrue(found.size() <= 3, () -> line.text().plain(facts) + " " + found);
            assertTrue(found.stream().allMatch(each -> each.equals(each.strip()) && !each.isEmpty()), found::toString);
        }
    }
}
