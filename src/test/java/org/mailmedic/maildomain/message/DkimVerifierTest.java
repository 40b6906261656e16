package org.mailmedic.maildomain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.message.DkimResult.Reason;
import org.mailmedic.net.dns.DnsAnswer.Status;

/// The message of RFC 8463, appendix A, signed twice, and what may happen to it.
final class DkimVerifierTest {
    private static final String SIGNED = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
             Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
             DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
             dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """;
    private static final String EDWARDS = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String RSA = "v=DKIM1; k=rsa; p="
            + "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY"
            + "/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj"
            + "+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

    private static FakeZone zone() {
        return FakeZone.empty().txt("brisbane._domainkey.football.example.com", EDWARDS).txt("test._domainkey.football.example.com", RSA);
    }

    private static List<Reason> reasons(FakeZone zone, String message) {
        return new DkimVerifier(zone, InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z")))
                .verify(MessageTexts.read(message)).stream().map(DkimResult::reason).toList();
    }

    @Test
    void theStandardsOwnMessageHolds() {
        assertEquals(List.of(Reason.NONE, Reason.NONE), reasons(zone(), SIGNED));
        assertEquals(List.of(Reason.NONE, Reason.NONE), reasons(zone(), SIGNED.replace("\n", "\r\n")));
    }

    @Test
    void whatRelaxedAllowsDoesNotHarm() {
        assertEquals(List.of(Reason.NONE, Reason.NONE), reasons(zone(), SIGNED.replace("We lost the game.  Are", "We lost\tthe game. Are")
                .replace("Subject: Is dinner ready?", "SUBJECT:   Is   dinner\n ready?") + "\n\n"));
    }

    @Test
    void everyChangeIsTold() {
        assertEquals(List.of(Reason.BODY_CHANGED, Reason.BODY_CHANGED), reasons(zone(), SIGNED.replace("lost", "won")));
        assertEquals(List.of(Reason.HEADERS_CHANGED, Reason.HEADERS_CHANGED), reasons(zone(), SIGNED.replace("dinner", "lunch")));
        // the signatures name From twice, so a second one may not be added
        assertEquals(List.of(Reason.HEADERS_CHANGED, Reason.HEADERS_CHANGED), reasons(zone(), "From: a@b.example\n" + SIGNED));
    }

    @Test
    void theKeyDecides() {
        assertEquals(List.of(Reason.KEY_MISSING, Reason.NONE), reasons(FakeZone.empty().txt("test._domainkey.football.example.com", RSA),
                SIGNED));
        assertEquals(List.of(Reason.NONE, Reason.KEY_REVOKED), reasons(FakeZone.empty().txt("brisbane._domainkey.football.example.com",
                EDWARDS)
                .txt("test._domainkey.football.example.com", "v=DKIM1; p="), SIGNED));
        assertEquals(List.of(Reason.NONE, Reason.KEY_UNANSWERED), reasons(FakeZone.empty().txt("brisbane._domainkey.football.example.com",
                EDWARDS)
                .fails("test._domainkey.football.example.com", Status.TIMEOUT), SIGNED));
        assertEquals(List.of(Reason.NONE, Reason.KEY_BROKEN), reasons(FakeZone.empty().txt("brisbane._domainkey.football.example.com",
                EDWARDS)
                .txt("test._domainkey.football.example.com", EDWARDS), SIGNED));
    }

    @Test
    void whatIsOldOrOddCountsForNothing() {
        assertEquals(List.of(Reason.NONE, Reason.TOO_WEAK), reasons(zone(), SIGNED.replace("a=rsa-sha256", "a=rsa-sha1")));
        assertEquals(List.of(Reason.NONE, Reason.MALFORMED), reasons(zone(), SIGNED.replace("a=rsa-sha256; c",
                "a=rsa-sha256; a=rsa-sha256; c")));
        assertEquals(List.of(Reason.NONE, Reason.EXPIRED), reasons(zone(), SIGNED.replace("s=test; t=1528637909;",
                "s=test; x=1528637910;")));
        assertEquals(List.of(Reason.MALFORMED, Reason.NONE), reasons(zone(), SIGNED.replaceFirst("i=@football", "i=@volleyball")));
        assertEquals(List.of(), reasons(zone(), SIGNED.substring(SIGNED.indexOf("From:"))));
    }

    private static List<Reason> signed(String flags, String tags) {
        var signing = new Signing();
        var zone = FakeZone.empty().txt("sel._domainkey.example.org", signing.key(flags));
        return reasons(zone, signing.message(tags, List.of("from"), "From: a@example.org"));
    }

    @Test
    void aStrictKeyIsForItsOwnDomainAlone() {
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; i=a@news.example.org; "));
        assertEquals(List.of(Reason.NONE), signed("t=s; ", "d=example.org; i=a@EXAMPLE.org; "));
        assertEquals(List.of(Reason.NONE), signed("t=s; ", "d=example.org; "));
        assertEquals(List.of(Reason.MALFORMED), signed("t=s; ", "d=example.org; i=a@news.example.org; "));
        assertEquals(List.of(Reason.MALFORMED), signed("t=y:s; ", "d=example.org; i=@news.example.org; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; i=a@example.net; "));
    }

    @Test
    void timesAreNumbersAndEndAfterTheyBegan() {
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; t=1600000000; x=4000000000; "));
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; t=1600000000; x=99999999999999; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; t=4000000000; x=4000000000; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; x=soon; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; x=-1; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; t=now; "));
    }

    @Test
    void aKeyThatIsNotInDnsIsNowhere() {
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; q=dns/txt; "));
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; q=http:dns/txt; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; q=http; "));
    }

    @Test
    void theGrammarIsKept() {
        assertEquals(List.of(Reason.NONE), signed("", "d=example.org; i=@example.org; x1_=y; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; i=example.org; "));
        assertEquals(List.of(Reason.MALFORMED), signed("", "d=example.org; 1x=y; "));
        assertEquals(List.of(Reason.MALFORMED, Reason.NONE), reasons(zone(), SIGNED.replaceFirst("c=relaxed/relaxed",
                "c=relaxed/relaxed/simple")));
    }

    @Test
    void aThousandNamesAreEnough() {
        var signing = new Signing();
        var zone = FakeZone.empty().txt("sel._domainkey.example.org", signing.key(""));
        List<String> many = new ArrayList<>(Collections.nCopies(999, "x"));
        many.add("from");
        assertEquals(List.of(Reason.NONE), reasons(zone, signing.message("d=example.org; ", many, "From: a@example.org")));
        many.add("y");
        assertEquals(List.of(Reason.MALFORMED), reasons(zone, signing.message("d=example.org; ", many, "From: a@example.org")));
    }

    @Test
    void ofFieldsOfOneNameTheLowestIsSignedFirst() {
        var signing = new Signing();
        var zone = FakeZone.empty().txt("sel._domainkey.example.org", signing.key(""));
        String message = signing.message("d=example.org; ", List.of("from", "received"), "From: a@example.org", "Received: b");
        assertEquals(List.of(Reason.NONE), reasons(zone, "Received: a\r\n" + message));
        assertEquals(List.of(Reason.HEADERS_CHANGED), reasons(zone, message.replace("Received: b", "Received: b\r\nReceived: a")));
    }
}
