package org.mailmedic.practice.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final List<String> STAGES = List.of("", "settings", "network", "dns", "connect", "greeting", "hello", "encrypt",
            "sign_in", "sender", "recipient", "message", "delivery");

    /// The codes of the contract that a server alone can bring about.
    private static final Set<String> SHOWN_BY_A_SERVER = Set.of(
            "tcp.refused", "tcp.reset",
            "smtp.greeting_timeout", "smtp.not_smtp", "smtp.rejected_by_server", "smtp.overloaded", "smtp.slow", "smtp.hello_rejected",
            "smtp.dropped", "smtp.stalled", "smtp.server_error", "smtp.no_reverse_dns", "smtp.interfered",
            "tls.mode_mismatch", "tls.starttls_missing", "tls.starttls_required", "tls.handshake_failed", "tls.version_too_old",
            "tls.cert_expired", "tls.cert_not_yet_valid", "tls.cert_untrusted", "tls.cert_incomplete", "tls.cert_name_mismatch",
            "tls.intercepted",
            "auth.bad_credentials", "auth.app_password_required", "auth.disabled_by_provider", "auth.oauth_required",
            "auth.mechanism_unsupported",
            "auth.not_offered", "auth.required", "auth.too_many_attempts", "auth.account_suspended", "auth.temporary_failure",
            "auth.needs_encryption",
            "send.sender_rejected", "send.recipient_rejected", "send.relay_denied", "send.message_too_big", "send.message_malformed",
            "send.too_many_recipients", "send.rate_limited", "send.quota_exceeded", "send.greylisted", "send.content_rejected",
            "send.policy_rejected", "send.blocklisted", "send.mailbox_full");

    @Test
    void everyCodeThatAServerCanBringAboutIsShownAndNoOther() {
        var shown = new HashSet<String>();
        Faults.all().forEach(fault -> shown.addAll(List.of(fault.diagnosis(), fault.warning())));
        shown.remove("");
        assertEquals(SHOWN_BY_A_SERVER, shown);
    }

    @Test
    void namesAreStableKebabCaseAndUnique() {
        var names = Faults.all().stream().map(Fault::name).toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        names.forEach(name -> assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name));
    }

    @Test
    void healthyNamesAndHealthyServersAreTheSame() {
        for (var fault : Faults.all()) {
            boolean nothing = fault.diagnosis().isEmpty() && fault.warning().isEmpty();
            assertEquals(fault.name().startsWith("healthy"), nothing, fault.name());
            assertEquals(nothing, fault.stage().isEmpty(), fault.name());
        }
    }

    @Test
    void theyStandInTheOrderOfTheJourney() {
        // A drop after one step belongs to it, and shows at the next.
        var stages = Faults.all().stream().filter(fault -> !fault.name().startsWith("drop-")).map(Fault::stage).toList();
        int last = 0;
        for (var group : List.of("connect", "hello", "encrypt", "sign_in", "sender", "recipient", "message")) {
            int first = stages.indexOf(group);
            assertTrue(first > last, group);
            last = first;
        }
        Faults.all().forEach(fault -> assertTrue(STAGES.contains(fault.stage()), fault.name()));
    }

    @Test
    void securityAndNeedsAreConsistent() {
        for (var fault : Faults.all()) {
            assertTrue(List.of("tls", "starttls", "none").contains(fault.security()), fault.name());
            assertFalse(fault.needs().contains(Need.RECIPIENT) && !fault.needs().contains(Need.SENDER), fault.name());
            assertFalse(fault.needs().contains(Need.SEND) && !fault.needs().contains(Need.RECIPIENT), fault.name());
            assertFalse(fault.needs().contains(Need.TOKEN) && fault.needs().contains(Need.PASSWORD), fault.name());
        }
    }

    @Test
    void everyFaultIsFoundByItsName() {
        Faults.all().forEach(fault -> assertSame(fault, Faults.find(fault.name()).orElseThrow()));
        assertTrue(Faults.find("no-such-fault").isEmpty());
        assertEquals("healthy", Faults.healthy().name());
        assertEquals("healthy", Faults.healthy().code());
        assertEquals("smtp.slow", Faults.find("greeting-slow").orElseThrow().code());
        assertEquals("tls.cert_expired", Faults.find("cert-expired").orElseThrow().code());
    }

    @Test
    void everyFaultHasItsSentenceAndEverySentenceItsFault() throws IOException {
        var words = new Properties();
        try (var in = FaultsTest.class.getResourceAsStream("/org/mailmedic/text/practice.properties")) {
            assertNotNull(in);
            words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var keys = Faults.all().stream().map(fault -> "fault." + fault.name()).collect(Collectors.toSet());
        var sentences = words.stringPropertyNames().stream().filter(key -> key.startsWith("fault.")).collect(Collectors.toSet());
        assertEquals(keys, sentences);
        sentences.stream().map(words::getProperty).forEach(sentence -> assertTrue(sentence.matches("[A-Z].{15,110}\\."), sentence));
    }
}
