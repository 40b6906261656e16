package org.mailmedic.maildomain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.message.ArcChain.Reason;
import org.mailmedic.maildomain.message.ArcChain.Result;
import org.mailmedic.net.dns.DnsAnswer.Status;

/// A message that two forwarders sealed, and what may happen to it. More of them, beside other programs: `DkimParityTest`.
final class ArcVerifierTest {
    private static final String KEY = "e._domainkey.dk.test";
    private static final String SEALED = """
            ARC-Seal: i=2; a=ed25519-sha256; cv=pass; d=dk.test; s=e; b=YbtlLP7uqV89/ujFWn6m7R4jqeux0ZckNqFuQl1S/qKZ/DZr9Py0+7lOgDuy
            \tEq4rmomH6WmiVdgn/ecxvsUZCQ==
            ARC-Message-Signature: a=ed25519-sha256; c=relaxed/relaxed; d=dk.test; s=e; h=from:to:subject;
             bh=Ba3gj8+xBPQLJTahTfzW6RbWQ/XPgESxkCi2B66PSQg=; i=2;
             b=vm5I5SrYD9l1hCtuchFU/tlAI+e1JfDihssAv65YQYt4h4yXL8M5A/EusuCkaZC4yxS2uLO6qFHAqBVrh7wYAQ==
            ARC-Authentication-Results: i=2; fw2.test; spf=pass smtp.mailfrom=joe@dk.test
            ARC-Seal: i=1; a=ed25519-sha256; cv=none; d=dk.test; s=e; b=gHQZt3lQm1cDtaezoYAG09iYto+qfiHQHhAYp63pHbyVT1bJOxURSwwXimXk
            \truUmZ4HNghT4tGKKoPRXDt4LAA==
            ARC-Message-Signature: a=ed25519-sha256; c=relaxed/relaxed; d=dk.test; s=e; h=from:to:subject;
             bh=Ba3gj8+xBPQLJTahTfzW6RbWQ/XPgESxkCi2B66PSQg=; i=1;
             b=N//IRiX9ox51LvONXVfBoRinCPPVI3ZO3emybzRTI1rrFZEHCrB/SnzlLoJSb1RRBKURLIluXQxKZDt/YJNJBw==
            ARC-Authentication-Results: i=1; fw1.test; spf=pass smtp.mailfrom=joe@dk.test
            From: Joe <joe@dk.test>
            To: ann@example.org
            Subject: Hello  there

            Hello
            """;

    private static FakeZone zone() {
        return FakeZone.empty().txt(KEY, "v=DKIM1; k=ed25519; p=LwoMbxFuB6DcdrYflm/b2nUXEOJlJef1BWNgdXjbC8o=");
    }

    private static ArcChain verify(FakeZone zone, String message) {
        return new ArcVerifier(new DkimVerifier(zone, InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"))))
                .verify(MessageTexts.read(message));
    }

    private static void broken(Reason why, int at, String message) {
        ArcChain chain = verify(zone(), message);
        assertEquals(List.of(Result.FAIL, why, at), List.of(chain.result(), chain.reason(), chain.at()));
    }

    @Test
    void aWholeChainHolds() {
        assertEquals(new ArcChain(Result.PASS, List.of("dk.test", "dk.test"), Reason.NONE, 2), verify(zone(), SEALED));
        String first = SEALED.substring(SEALED.indexOf("ARC-Seal: i=1"));
        assertEquals(new ArcChain(Result.PASS, List.of("dk.test"), Reason.NONE, 1), verify(zone(), first));
    }

    @Test
    void aMessageWithoutSealsHasNone() {
        assertEquals(Result.NONE, verify(zone(), SEALED.substring(SEALED.indexOf("From:"))).result());
    }

    @Test
    void whatWasChangedIsTold() {
        broken(Reason.MESSAGE_CHANGED, 2, SEALED.replace("\nHello\n", "\nHello, all\n"));
        broken(Reason.MESSAGE_CHANGED, 2, SEALED.replace("Hello  there", "Hello"));
        broken(Reason.SEAL_BROKEN, 2, SEALED.replace("fw2.test; spf=pass", "fw2.test; spf=fail"));
        broken(Reason.SEAL_BROKEN, 2, SEALED.replace("fw1.test; spf=pass", "fw1.test; spf=fail"));
        broken(Reason.SEAL_BROKEN, 2, SEALED.replace("b=gHQZ", "b=hHQZ"));
    }

    @Test
    void whatASealSaysOfTheChainCounts() {
        broken(Reason.TOLD, 2, SEALED.replace("cv=pass", "cv=fail"));
        broken(Reason.INCOMPLETE, 2, SEALED.replace("cv=pass", "cv=none"));
        broken(Reason.INCOMPLETE, 1, SEALED.replace("cv=none", "cv=pass"));
        broken(Reason.INCOMPLETE, 2, SEALED.replace("cv=pass;", ""));
    }

    @Test
    void everySetIsWhole() {
        broken(Reason.INCOMPLETE, 0, SEALED.substring(0, SEALED.indexOf("ARC-Seal: i=1")) + SEALED.substring(SEALED.indexOf("From:")));
        broken(Reason.INCOMPLETE, 0, SEALED.replace("ARC-Authentication-Results: i=2; fw2.test; spf=pass smtp.mailfrom=joe@dk.test\n", ""));
        broken(Reason.INCOMPLETE, 0, "ARC-Authentication-Results: i=2; fw2.test; spf=pass\n" + SEALED);
        broken(Reason.INCOMPLETE, 0, SEALED.replace("ARC-Authentication-Results: i=2", "ARC-Authentication-Results: i=3"));
        broken(Reason.INCOMPLETE, 0, "ARC-Seal: nonsense\n" + SEALED.substring(SEALED.indexOf("From:")));
    }

    @Test
    void aKeyThatCannotBeHadSaysNothing() {
        ArcChain chain = verify(FakeZone.empty().fails(KEY, Status.TIMEOUT), SEALED);
        assertEquals(List.of(Result.UNKNOWN, Reason.KEY_UNANSWERED), List.of(chain.result(), chain.reason()));
        assertEquals(Result.FAIL, verify(FakeZone.empty(), SEALED).result());
    }

    @Test
    void moreThanMayBeIsNotFollowed() {
        var all = new StringBuilder();
        for (int i = 1; i <= 99; i++) {
            all.append(SEALED.substring(0, SEALED.indexOf("ARC-Seal: i=1")).replace("i=2;", "i=" + i + ";"));
        }
        String message = all + SEALED.substring(SEALED.indexOf("From:"));
        broken(Reason.INCOMPLETE, 0, message);
        broken(Reason.INCOMPLETE, 0, SEALED.replace("fw2.test;", "fw2.test; x=" + "y".repeat(20_000) + ";"));
    }
}
