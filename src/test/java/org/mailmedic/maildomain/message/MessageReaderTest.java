package org.mailmedic.maildomain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dmarc.DmarcVerdict;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.settings.UnfitFileException;

final class MessageReaderTest {
    private static final String DELIVERED = """
            Return-Path: <bounce@example.org>
            Received: from mx.receiver.example (localhost [127.0.0.1])
                by store.receiver.example with LMTP; Fri, 27 Nov 2026 12:00:09 +0100 (CET)
            Received: from web.example.org (web.example.org [192.0.2.7])
                by mx.receiver.example (Postfix) with ESMTPS id 4F
                for <otto@receiver.example>; Fri, 27 Nov 2026 12:00:05 +0100
            Received: from localhost (unknown [10.0.0.3]) by web.example.org; Fri, 27 Nov 2026 10:59:05 GMT
            Authentication-Results: mx.receiver.example; dkim=none (a; b "c"); spf=pass (ok) smtp.mailfrom=bounce@example.org;
                dmarc=pass header.from=example.org
            ARC-Authentication-Results: i=1; list.example; spf=fail smtp.mailfrom=x.example
            From: "Anna, of example.net" <anna@example.org>
            Subject: Hello

            Text
            """;

    private static MessageLook read(FakeZone zone, String text) {
        return new MessageReader(zone, InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z")))
                .read(MessageTexts.read(text));
    }

    @Test
    void theWayIsTold() {
        MessageLook look = read(FakeZone.empty(), DELIVERED);
        assertEquals(List.of("web.example.org", "mx.receiver.example", "store.receiver.example"), look.path().stream().map(Hop::by)
                .toList());
        assertEquals(List.of(60L, 4L), look.path().stream().skip(1).map(hop -> hop.delay().orElseThrow()).toList());
        assertEquals(Optional.of(InetAddress.ofLiteral("192.0.2.7")), look.sentFrom());
    }

    @Test
    void theReceiversWordIsRead() {
        MessageLook look = read(FakeZone.empty().txt("_dmarc.example.org", "v=DMARC1; p=reject"), DELIVERED);
        AuthenticationResults first = look.said().getFirst();
        assertEquals("mx.receiver.example", first.by());
        assertEquals(List.of("dkim none", "spf pass", "dmarc pass"), first.results().stream().map(each -> each.method() + " "
                + each.result()).toList());
        assertEquals(1, look.said().get(1).instance());
        assertEquals(Optional.of("example.org"), look.author());
        assertEquals(Optional.of("bounce@example.org"), look.mailFrom());
        assertEquals(DmarcVerdict.Result.PASS, look.dmarc().orElseThrow().result());
    }

    @Test
    void whereNobodyWroteItDownSpfIsAskedToday() {
        String silent = DELIVERED.replaceAll("(?m)^Authentication-Results:.*\\n\\s+dmarc=.*\\n", "");
        assertFalse(silent.contains("spf=pass (ok)"), silent);
        FakeZone zone = FakeZone.empty().txt("_dmarc.example.org", "v=DMARC1; p=reject");
        assertEquals(DmarcVerdict.Result.FAIL, read(zone, silent).dmarc().orElseThrow().result());
        DmarcVerdict verdict = read(zone.txt("example.org", "v=spf1 ip4:192.0.2.7 -all"), silent).dmarc().orElseThrow();
        assertEquals(DmarcVerdict.Result.PASS, verdict.result());
        assertTrue(verdict.spfAligned());
    }

    @Test
    void aForwardersWordProvesNothing() {
        String without = DELIVERED.replace("spf=pass", "spf=softfail").replace("i=1; list.example; spf=fail smtp.mailfrom=x.example",
                "i=1; list.example; spf=pass smtp.mailfrom=example.org");
        MessageLook look = read(FakeZone.empty().txt("_dmarc.example.org", "v=DMARC1; p=reject"), without);
        assertEquals(DmarcVerdict.Result.FAIL, look.dmarc().orElseThrow().result());
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThrows(UnfitFileException.class, () -> MessageFile.read(new byte[0]));
        assertThrows(UnfitFileException.class, () -> MessageFile.read("just a text\nand more".getBytes(StandardCharsets.UTF_8)));
        assertThrows(UnfitFileException.class, () -> MessageFile.read(("A: b\r\n".repeat(3000)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hostileFieldsEndSoon() {
        String deep = "Authentication-Results: x; " + "(".repeat(50_000) + "\nReceived: " + "from ".repeat(20_000) + "\nFrom: "
                + "<".repeat(50_000)
                + "a@b.example\n\n";
        MessageLook look = read(FakeZone.empty(), deep);
        assertEquals(1, look.path().size());
        assertTrue(look.signatures().isEmpty());
    }

    @Test
    void oneClickCountsOnlyWhereItIsSigned() {
        var signing = new Signing();
        var zone = FakeZone.empty().txt("sel._domainkey.example.org", signing.key(""));
        String[] fields = {"From: a@example.org", "List-Unsubscribe: <https://example.org/u/1>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click"};
        List<String> both = List.of("from", "List-Unsubscribe", "list-unsubscribe-post");
        assertTrue(read(zone, signing.message("d=example.org; ", both, fields)).oneClick());
        assertFalse(read(zone, signing.message("d=example.org; ", List.of("from"), fields)).oneClick());
        assertFalse(read(zone, signing.message("d=example.org; ", List.of("from", "list-unsubscribe"), fields)).oneClick());
        assertFalse(read(zone, signing.message("d=example.org; ", both, fields).replace("/u/1", "/u/2")).oneClick());
    }

    private static Optional<String> author(String from) {
        return MessageTexts.read("From: " + from + "\n\n").authorDomain();
    }

    @Test
    void theAuthorIsOneOrNobody() {
        for (String one : List.of("a@example.org", "Anna <a@example.org>", "\"b@example.net, Anna\" <a@example.org>",
                "Doe, Anna <a@example.org>", "a@example.org (of b@example.net, too)", "\"q\\\" x@y.example,\" <a@Example.ORG>",
                "(x (y, z@z.example)) a@example.org")) {
            assertEquals(Optional.of("example.org"), author(one), one);
        }
        for (String other : List.of("a@example.org, b@example.net", "Anna <a@example.org>, Bert <b@example.net>", "Anna", "",
                "a@example.org, <b@example>", "a@example.org\nFrom: b@example.net", "a@example.org\nFrom: a@example.org")) {
            assertEquals(Optional.empty(), author(other), other);
        }
    }

    @Test
    void severalAuthorsOfOneDomainAreOne() {
        assertEquals(Optional.of("example.org"), author("Anna <a@example.org>, Bert <b@Example.org>"));
    }

    @Test
    void aDomainInItsOwnLettersIsReadByItsALabels() {
        assertEquals(Optional.of("xn--mller-kva.example"), author("Anna <a@m\u00fcller.example>"));
        assertEquals(Optional.of("xn--mller-kva.example"), author("a@xn--mller-kva.example, b@M\u00dcLLER.example"));
    }
}
