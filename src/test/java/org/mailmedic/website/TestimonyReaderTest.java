package org.mailmedic.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;
import org.mailmedic.website.UnfitTestimony.Reason;

final class TestimonyReaderTest {
    private static final String TCP = "{\"id\":\"tcp-587-192.0.2.1\",\"kind\":\"tcp\",\"stage\":\"connect\",\"started_ms\":1.5,"
            + "\"duration_ms\":2000,\"status\":\"failed\",\"failure\":\"timeout\",\"host\":\"mail.example.org\","
            + "\"address\":\"192.0.2.1\","
            + "\"port\":587,\"role\":\"target\",\"mode\":\"plain\"}";
    private static final String PHP = "{\"form\":\"php\",\"version\":\"8.2.1\",\"functions_off\":[\"fsockopen\"],\"ways\":[\"curl\"],"
            + "\"way\":\"curl\",\"trusts\":null,\"mail\":{\"function\":true,\"sendmail_path\":\"/usr/sbin/sendmail -t\","
            + "\"sendmail_there\":true},"
            + "\"target\":{\"host\":\"mail.example.org\",\"port\":465,\"security\":\"tls\"}}";

    static String document(String php, String... evidence) {
        return "{\"format\":\"mailmedic-vantage\",\"version\":1,\"made\":\"2026-11-27T20:00:00Z\",\"at\":\"2026-11-27T20:05:00Z\","
                + "\"php\":" + php
                + ",\"evidence\":[" + String.join(",", evidence) + "],\"partial\":false}";
    }

    private static Testimony read(String text) throws UnfitTestimony {
        return TestimonyReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason refused(String text) {
        return assertThrows(UnfitTestimony.class, () -> read(text)).reason();
    }

    @Test
    void whatAProbePrintsIsEvidence() throws UnfitTestimony {
        Testimony read = read(document(PHP, TCP));
        assertEquals(Instant.parse("2026-11-27T20:05:00Z"), read.at());
        assertEquals(2, read.evidence().size());
        var php = ((OffRoute.PhpLook) read.evidence().getFirst()).outcome().seen().orElseThrow();
        assertEquals(List.of("fsockopen"), php.functionsOff());
        assertEquals("/usr/sbin/sendmail -t", php.sendmail());
        assertEquals(Optional.of(Failure.TIMEOUT), read.evidence().getLast().outcome().failure());
        var asked = read.asked().orElseThrow();
        assertEquals("mail.example.org", asked.host());
        assertEquals(465, asked.effectivePort());
        assertEquals(Security.TLS, asked.security());
        assertEquals(Symptom.SERVER, asked.symptom());
    }

    @Test
    void theServerIsKnownByItsRouteToo() throws UnfitTestimony {
        assertEquals(587, read(document("{}", TCP)).asked().orElseThrow().effectivePort());
        assertEquals(Optional.empty(), read(document("{}")).asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<pre>%s</pre>", "<html><body>\n%s\n</body></html>", "Here it is:\n%s\nBest regards", "\ufeff%s", "  \n%s\n\n"})
    void aPageOrAFewWordsAroundItDoNoHarm(String around) throws UnfitTestimony {
        assertEquals(2, read(around.formatted(document(PHP, TCP))).evidence().size());
        assertEquals(2, read(around.formatted(document(PHP, TCP).replace("\"", "&quot;"))).evidence().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|EMPTY", "'   '|EMPTY", "<h1>Not Found</h1>|PAGE", "<?php final class X {}|SOURCE",
            "#!/bin/sh|SOURCE",
            "hello|NOT_JSON", "{\"format\":\"mailmedic-report\",\"version\":1}|DAMAGED",
            "{\"format\":\"mailmedic-report\",\"version\":2}|NEWER", "{\"format\":\"mailmedic-batch\",\"version\":1}|FOREIGN",
            "[]|NOT_JSON", "3|NOT_JSON",
            "{\"format\":\"mailmedic-vantage\",\"version\":2}|NEWER", "{\"format\":\"mailmedic-vantage\",\"version\":0}|DAMAGED",
            "{\"format\":\"mailmedic-vantage\",\"version\":\"1\"}|DAMAGED", "{\"format\":\"mailmedic-vantage\",\"version\":1}|DAMAGED",
            "{\"format\":\"mailmedic-vantage\",\"version\":1,\"at\":\"now\"}|DAMAGED",
                    "{\"format\":\"mailmedic-vantage\",\"version\":1,|NOT_JSON"})
    void anythingElseIsRefused(String text, Reason reason) {
        assertEquals(reason, refused(text));
    }

    @Test
    void partsThatAreSomethingElseAreRefused() {
        String good = document(PHP, TCP);
        for (String broken : List.of(good.replace("\"evidence\":[", "\"evidence\":{\"a\":[").replace("],\"partial\"", "]},\"partial\""),
                good.replace("\"php\":{", "\"php\":[{").replace("},\"evidence\"", "}],\"evidence\""),
                good.replace("\"partial\":false", "\"partial\":\"no\""), good.replace("2026-11-27T20:05:00Z", "yesterday"))) {
            assertEquals(Reason.DAMAGED, refused(broken), broken);
        }
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertEquals(Reason.TOO_BIG, refused(document(PHP, TCP) + " ".repeat(TestimonyReader.LARGEST)));
        assertEquals(Reason.TOO_DEEP, refused("[".repeat(50_000)));
        assertEquals(Reason.TOO_DEEP, refused(document("{\"a\":".repeat(60) + "1" + "}".repeat(60))));
    }

    @Test
    void whatNoProbeCanHaveSeenIsLeftOut() throws UnfitTestimony {
        String signIn = TCP.replace("\"kind\":\"tcp\"", "\"kind\":\"sign_in\"");
        String firewall = "{\"kind\":\"firewall\",\"stage\":\"connect\",\"status\":\"ok\",\"command\":\"x\",\"rules\":[\"drop\"],"
                + "\"scopes\":[{\"ports\":[],\"ipv4\":true,\"ipv6\":true}]}";
        assertEquals(List.of(OffRoute.PhpLook.class, Evidence.TcpConnect.class),
                read(document(PHP, signIn, firewall, TCP, "{\"kind\":\"nonsense\"}", "7")).evidence().stream().map(Object::getClass)
                        .toList());
    }

    @Test
    void noNoiseBreaksIt() {
        var random = new Random(17);
        byte[] good = document(PHP, TCP).getBytes(StandardCharsets.UTF_8);
        int taken = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] noisy = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            try {
                taken += TestimonyReader.read(noisy).evidence().size();
            } catch (UnfitTestimony expected) {
                taken++;
            }
        }
        assertTrue(taken >= 3000);
    }
}
