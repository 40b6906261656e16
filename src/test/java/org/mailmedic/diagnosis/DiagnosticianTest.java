package org.mailmedic.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;
import static org.mailmedic.diagnosis.Cases.skipped;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Route;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Symptom;

/// Whole cases, all rules: exactly the codes listed may come out.
final class DiagnosticianTest {
    private static void stops(Cases story, Code... codes) {
        assertEquals(List.of(codes), story.diagnoses());
        assertEquals(List.of(), story.warnings());
    }

    @Test
    void healthy() {
        stops(Cases.upToEncryptedHello().password().signsIn("235 ok").sender("250 ok").recipient("250 ok"));
    }

    @Test
    void healthyWithImplicitTls() {
        stops(Cases.tls().tlsDone().greets("220 mail.example.org ESMTP").helloInTls("AUTH PLAIN").password().signsIn("235 ok"));
    }

    @Test
    void healthyWhereAutoFoundTheOtherMode() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).resolved().connected().noGreeting(Failure.TIMEOUT)
                .on(Route.Role.TARGET, 587, Mode.IMPLICIT_TLS).tlsDone().greets("220 mail.example.org ESMTP").helloInTls("AUTH PLAIN"));
    }

    @Test
    void aLineWithoutIpv6IsHealthy() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved(Cases.ADDRESS, Cases.IPV6).connected()
                .at(Cases.IPV6).notConnected(Failure.NO_ROUTE).at(Cases.ADDRESS).upgraded().tlsDone().helloInTls("AUTH PLAIN"));
    }

    @Test
    void wrongNameAndExpiredAreBothTold() {
        stops(Cases.starttls().upgraded().tls(certificate("other.example.net", CertificateProblem.EXPIRED, CertificateProblem.WRONG_NAME))
                        .helloInTls("AUTH PLAIN").password(),
                Code.TLS_CERT_EXPIRED, Code.TLS_CERT_NAME_MISMATCH);
    }

    @Test
    void anUntrustedCertificateIsTheOnlyFaultToldEvenThoughThePasswordWasWithheld() {
        stops(Cases.starttls().upgraded().tls(certificate("mail.example.org", CertificateProblem.SELF_SIGNED)).helloInTls("AUTH PLAIN")
                .password().signIn(skipped(Outcome.Reason.WITHHELD)), Code.TLS_CERT_UNTRUSTED);
    }

    @Test
    void brokenSecondAddressAndExpiredCertificateAreAWarningAndADiagnosis() {
        var diagnosis = Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).at(Cases.ADDRESS).upgraded()
                .tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).helloInTls().diagnosis();
        assertEquals(List.of(Code.TLS_CERT_EXPIRED), diagnosis.diagnoses().stream().map(Finding::code).toList());
        assertEquals(List.of(Code.TCP_TIMEOUT), diagnosis.warnings().stream().map(Finding::code).toList());
    }

    @Test
    void aWrongPortLeavesNoRefusalBehind() {
        stops(Cases.of("mail.example.org", 578, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).otherPortGreets(587)
                .otherPortGreets(465), Code.SETTINGS_WRONG_PORT);
    }

    @Test
    void aWrongPortLeavesNoForeignServiceBehind() {
        stops(Cases.of("mail.example.org", 143, Security.STARTTLS).resolved().connected().noGreeting(Failure.NOT_SMTP, "* OK IMAP4rev1")
                .otherPortGreets(587), Code.SETTINGS_WRONG_PORT);
    }

    @Test
    void plaintextToATlsPortIsOnlyAModeMismatch() {
        stops(Cases.of("mail.example.org", 465, Security.STARTTLS).resolved().connected().noGreeting(Failure.TIMEOUT)
                .otherMode().connected().tlsDone().otherPortGreets(587), Code.TLS_MODE_MISMATCH);
    }

    @Test
    void tlsToAPlaintextPortIsOnlyAModeMismatch() {
        stops(Cases.of("mail.example.org", 587, Security.TLS).resolved().connected().noTls(Failure.NOT_TLS, "220 mail.example.org ESMTP")
                .otherMode().greets("220 mail.example.org ESMTP").otherPortGreets(465), Code.TLS_MODE_MISMATCH);
    }

    @Test
    void busyInPlaintextOnATlsPortIsBusy() {
        stops(Cases.tls().noTls(Failure.NOT_TLS, "421 4.7.0 too many connections"), Code.SMTP_OVERLOADED);
    }

    @Test
    void aTypoLeavesNoMissingNameBehind() {
        stops(Cases.of("smtp.gmial.com", 587, Security.STARTTLS).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND), Code.SETTINGS_HOST_TYPO);
    }

    @Test
    void aTypoThatResolvesLeavesNoSilenceBehind() {
        stops(Cases.of("smtp.gmial.com", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT)
                .otherPortFails(465, Failure.TIMEOUT), Code.SETTINGS_HOST_TYPO);
    }

    @Test
    void missingNameAlone() {
        stops(Cases.of("mail.nowhere.example", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .unresolvedBoth(Cases.OTHER_RESOLVER, Failure.NAME_NOT_FOUND), Code.DNS_NOT_FOUND);
    }

    @Test
    void aBrokenResolverIsNotAMissingName() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).unresolved(Failure.NAME_NOT_FOUND)
                .answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS).unresolved(Cases.OTHER_RESOLVER, "AAAA", Failure.NO_ADDRESS),
                Code.DNS_RESOLVER_BROKEN);
    }

    @Test
    void aSinkholeIsADifferentAnswerAndNothingElse() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).resolved("0.0.0.0").answer(Cases.OTHER_RESOLVER, "A", Cases.ADDRESS)
                .at("0.0.0.0").notConnected(Failure.REFUSED), Code.DNS_ANSWER_DIFFERS);
    }

    @Test
    void anAddressThatCannotBeAMailServerLeavesNoRefusalBehind() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).resolved("127.0.0.1").answer(Cases.OTHER_RESOLVER, "A", "127.0.0.1")
                .at("127.0.0.1").notConnected(Failure.REFUSED), Code.DNS_WRONG_ADDRESS);
    }

    @Test
    void withoutStarttlsThePasswordIsNotASecondFault() {
        stops(Cases.starttls().greets("220 mail.example.org ESMTP").hello("AUTH PLAIN").password()
                .startTls(skipped(Outcome.Reason.CANNOT_SUCCEED)).signIn(skipped(Outcome.Reason.WITHHELD)), Code.TLS_STARTTLS_MISSING);
    }

    @Test
    void maskedStarttlsIsInterference() {
        stops(Cases.starttls().greets("220 ****************************").hello("XXXXXXXA", "SIZE 1000").password()
                .startTls(skipped(Outcome.Reason.CANNOT_SUCCEED)).signIn(skipped(Outcome.Reason.WITHHELD)), Code.SMTP_INTERFERED);
    }

    @Test
    void interceptedIsNotAlsoUntrusted() {
        stops(Cases.starttls().upgraded().tls(certificate("CN=mail.example.org", "CN=Avast Web/Mail Shield Root",
                List.of("mail.example.org"),
                CertificateProblem.UNKNOWN_AUTHORITY)).helloInTls(), Code.TLS_INTERCEPTED);
    }

    @Test
    void anAcceptedInterceptorIsAWarning() {
        var story = Cases.starttls().upgraded().tls(Cases.trustedOnlyHere("CN=mail.example.org", "CN=ESET SSL Filter CA",
                "mail.example.org"))
                .helloInTls();
        assertEquals(List.of(), story.diagnoses());
        assertEquals(List.of(Code.TLS_INTERCEPTED), story.warnings());
    }

    @Test
    void redirectedIsNotAlsoAWrongName() {
        stops(Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().greets("220 srv7.hoster.example ESMTP Exim")
                .hello("STARTTLS").startTls("220 go").tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).helloInTls(),
                Code.SMTP_REDIRECTED);
    }

    @Test
    void onlyOldTlsIsNotAlsoAFailedHandshake() {
        stops(Cases.tls().onlyOldTls("TLSv1.1"), Code.TLS_VERSION_TOO_OLD);
    }

    @Test
    void anEmptyPasswordExplainsThatTheServerWantsOne() {
        stops(Cases.upToEncryptedHello().with(s -> s.withLogin(new Login.Password("me@example.org", Secret.of(""))))
                .signIn(skipped(Outcome.Reason.CANNOT_SUCCEED)).sender("530 5.7.0 Authentication required"), Code.SETTINGS_MISSING);
    }

    @Test
    void aSignInThatFailsIsTheOnlyFault() {
        stops(Cases.upToEncryptedHello().password().signsIn("535 5.7.8 authentication failed"), Code.AUTH_BAD_CREDENTIALS);
    }

    @Test
    void nothingSeenNothingClaimed() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO));
    }

    @Test
    void cancelledIsNobodysFault() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).resolved().notConnected(Failure.CANCELLED));
        stops(Cases.starttls().noGreeting(Failure.CANCELLED));
    }

    @Test
    void silentInEveryModeAndNowhereElse() {
        stops(Cases.starttls().noGreeting(Failure.TIMEOUT).otherMode().noTls(Failure.TIMEOUT).otherPortFails(465, Failure.REFUSED),
                Code.SMTP_GREETING_TIMEOUT);
    }

    @Test
    void aRefusedStarttlsIsNotAlsoAPasswordKeptBack() {
        stops(Cases.of("mail.example.org", 587, Security.AUTO).resolved().connected().greets("220 x").hello("STARTTLS", "AUTH PLAIN")
                .startTls("454 4.7.0 TLS not available").password().signIn(skipped(Outcome.Reason.WITHHELD)), Code.TLS_HANDSHAKE_FAILED);
    }

    @Test
    void earlierStagesLead() {
        var story = Cases.upToEncryptedHello().with(s -> s.sending()).sender("550 5.7.60 not allowed to send as this sender");
        assertEquals(List.of(Code.SETTINGS_MISSING, Code.SEND_SENDER_REJECTED), story.diagnoses());
    }

    @Test
    void theSameEvidenceAlwaysGivesTheSameAnswer() {
        var story = Cases.of("mail.example.org", 587, Security.STARTTLS).resolved(Cases.ADDRESS, Cases.SECOND).notConnected(Failure.REFUSED)
                .at(Cases.SECOND).notConnected(Failure.TIMEOUT);
        assertEquals(story.diagnosis(), story.diagnosis());
        assertEquals(List.of(Code.TCP_REFUSED, Code.TCP_TIMEOUT), story.diagnoses());
        assertTrue(story.diagnosis().diagnoses().stream().allMatch(f -> !f.because().isEmpty()));
    }

    // ---- whose fault it is

    private static Cases silent() {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.TIMEOUT);
    }

    private static Cases allSilent() {
        return silent().otherPortFails(465, Failure.TIMEOUT).otherPortFails(25, Failure.TIMEOUT).otherPortFails(2525,
                Failure.TIMEOUT).target();
    }

    @Test
    void aServerThatDropsIsTheServers() {
        stops(allSilent().controlsWork(587).webWorks(), Code.TCP_TIMEOUT);
    }

    @Test
    void aRouterThatDropsIsTheNetworks() {
        stops(allSilent().controlsFail(587, Failure.TIMEOUT).webWorks().firewall(), Code.PORT_BLOCKED_BY_NETWORK);
    }

    @Test
    void aRouterThatRejectsIsTheNetworks() {
        for (Failure how : List.of(Failure.REFUSED, Failure.HOST_UNREACHABLE)) {
            stops(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(how).controlsFail(587,
                    how).webWorks().firewall(),
                    Code.PORT_BLOCKED_BY_NETWORK);
        }
    }

    @Test
    void aLocalDropThatCannotBeReadMayBeEither() {
        stops(silent().controlsFail(587, Failure.TIMEOUT).webWorks().firewallUnreadable(), Code.PORT_BLOCKED_BY_NETWORK,
                Code.PORT_BLOCKED_BY_DEVICE);
    }

    @Test
    void aLocalDropThatCanBeReadIsTheDevices() {
        stops(silent().otherPortGreets(465).target().controlsFail(587, Failure.TIMEOUT).webWorks().firewall(Cases.rule(587)),
                Code.PORT_BLOCKED_BY_DEVICE);
    }

    @Test
    void aLocalResetLooksLikeARefusal() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.REFUSED).controlsFail(587,
                Failure.REFUSED)
                .webWorks().firewall(Cases.rule(587)), Code.PORT_BLOCKED_BY_DEVICE);
    }

    @Test
    void aProhibitedRouteIsTheDevices() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved().notConnected(Failure.PERMISSION_DENIED)
                .controlsFail(587, Failure.PERMISSION_DENIED).webWorks().firewallUnreadable(), Code.PORT_BLOCKED_BY_DEVICE);
    }

    @Test
    void aBlockedPortNamesTheOneThatGetsThrough() {
        var story = silent().otherPortGreets(465).target().controlsFail(587, Failure.TIMEOUT).firewall();
        stops(story, Code.PORT_BLOCKED_BY_NETWORK);
        assertEquals("465", story.diagnosis().diagnoses().getFirst().facts().get("otherPort"));
    }

    @Test
    void aWrongPortThatWorksElsewhereIsTheSettings() {
        stops(silent().otherPortGreets(465).target().controlsWork(587), Code.SETTINGS_WRONG_PORT);
    }

    @Test
    void nothingElseGetsThroughSoItStaysOpen() {
        var story = allSilent().controlsFail(587, Failure.TIMEOUT).controlsFail(443, Failure.TIMEOUT);
        stops(story, Code.TCP_TIMEOUT);
        assertEquals("undecided", story.diagnosis().diagnoses().getFirst().facts().get("compared"));
    }

    @Test
    void controlsThatAreDownDoNotMatterWhereTheServerAnswers() {
        stops(Cases.upToEncryptedHello().controlsFail(587, Failure.TIMEOUT).webWorks());
    }

    @Test
    void onAWebsitesServerTheHostIsAsked() {
        stops(allSilent().with(s -> s.withSymptom(Symptom.SERVER)).controlsFail(587, Failure.TIMEOUT).webWorks().firewall(),
                Code.PORT_BLOCKED_BY_HOSTING);
    }

    @Test
    void resetEverywhereIsTheNetworks() {
        stops(Cases.starttls().noGreeting(Failure.RESET).control("one.example", "198.51.100.1", 587).connected().noGreeting(Failure.RESET)
                .control("two.example", "198.51.100.2", 587).connected().noGreeting(Failure.RESET).webWorks().firewall(),
                Code.PORT_BLOCKED_BY_NETWORK);
    }

    @Test
    void offlineIsNothingElse() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.TIMEOUT).unresolvedBoth(Cases.OTHER_RESOLVER,
                Failure.TIMEOUT)
                .controlsFail(587, Failure.TIMEOUT), Code.NETWORK_OFFLINE);
    }

    @Test
    void namesAloneAreSilent() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).unresolved(Failure.TIMEOUT).unresolvedBoth(Cases.OTHER_RESOLVER,
                Failure.TIMEOUT)
                .webWorks(), Code.DNS_TIMEOUT);
    }

    @Test
    void aPortalIsNothingElse() {
        stops(allSilent().controlsFail(587, Failure.TIMEOUT).page("http://check.example/", 302, "http://portal.example/", ""),
                Code.NETWORK_CAPTIVE_PORTAL);
    }

    @Test
    void brokenIpv6AndAnExpiredCertificateAreTwoFaults() {
        var story = Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFailOverIpv6(587,
                Failure.TIMEOUT).target().upgraded()
                .tls(certificate("mail.example.org", CertificateProblem.EXPIRED)).helloInTls();
        assertEquals(List.of(Code.TLS_CERT_EXPIRED), story.diagnoses());
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), story.warnings());
    }

    @Test
    void brokenIpv6AndABlockedPortAreTwoFaults() {
        var story = silent().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT)
                .controlsFailOverIpv6(587, Failure.TIMEOUT).controlsFailOverIpv6(443, Failure.TIMEOUT).webWorks().firewall();
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), story.diagnoses());
        assertEquals(List.of(Code.NETWORK_IPV6_BROKEN), story.warnings());
    }

    @Test
    void aPortBlockedOverBothFamiliesLeavesIpv6InPeace() {
        var story = silent().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsFail(587, Failure.TIMEOUT)
                .controlsFailOverIpv6(587, Failure.TIMEOUT).controlsWorkOverIpv6(443).webWorks().firewall();
        assertEquals(List.of(Code.PORT_BLOCKED_BY_NETWORK), story.diagnoses());
        assertEquals(List.of(), story.warnings());
    }

    @Test
    void aHostWithIpv6AloneOnALineWithoutIt() {
        stops(Cases.of("mail.example.org", 587, Security.STARTTLS).resolved(Cases.IPV6).at(Cases.IPV6).notConnected(Failure.NO_ROUTE)
                .controlsFailOverIpv6(587, Failure.NO_ROUTE).controlsWork(587), Code.NETWORK_IPV6_BROKEN);
    }

    @Test
    void whereIpv6WorksTheHostsOwnAddressIsAtFault() {
        var story = Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).controlsWorkOverIpv6(587).upgraded().tlsDone()
                .helloInTls();
        assertEquals(List.of(), story.diagnoses());
        assertEquals(List.of(Code.TCP_TIMEOUT), story.warnings());
    }

    @Test
    void aBlockedPortAndAWebOnlyAddressAreTwoFaults() {
        stops(Cases.of("mail.example.org", 25, Security.STARTTLS).resolved("104.16.1.1").at("104.16.1.1").notConnected(Failure.TIMEOUT)
                .otherPort(587).at("104.16.1.1").notConnected(Failure.TIMEOUT).controlsFail(25,
                        Failure.TIMEOUT).controlsWork(587).firewall(),
                Code.DNS_WRONG_ADDRESS, Code.PORT_BLOCKED_BY_NETWORK);
    }

    @Test
    void aWrongClockIsNotAnExpiredCertificate() {
        stops(Cases.starttls().upgraded().tls(Cases.dated("2025-01-01", "2025-04-01", CertificateProblem.EXPIRED)).helloInTls()
                .clock("https://one.example/", Instant.parse("2025-04-11T00:00:00Z"), 30 * 86_400), Code.DEVICE_CLOCK_WRONG);
    }

    @Test
    void swallowedPacketsAreNotAFailedHandshake() {
        stops(Cases.starttls().upgraded().noTls(Failure.TIMEOUT).longLine(Outcome.failed(Failure.TIMEOUT, "")), Code.NETWORK_MTU_BLACKHOLE);
        stops(Cases.starttls().upgraded().noTls(Failure.TIMEOUT), Code.TLS_HANDSHAKE_FAILED);
        stops(Cases.tls().noTls(Failure.TIMEOUT).otherMode().noGreeting(Failure.TIMEOUT).otherPortGreets(587)
                .longLine(Outcome.failed(Failure.TIMEOUT, "")), Code.NETWORK_MTU_BLACKHOLE);
    }

    @Test
    void aProxyThatAnswersForAllIsToldOnceWithAllItsSigns() {
        var story = Cases.of("smtp.gmail.com", 587, Security.STARTTLS).resolved().connected().greets("220 srv7.hoster.example ESMTP Exim")
                .hello("STARTTLS").startTls("220 go").tls(certificate("srv7.hoster.example", CertificateProblem.WRONG_NAME)).helloInTls()
                .canary(587).connected().greets("220 srv7.hoster.example ESMTP Exim");
        stops(story, Code.SMTP_REDIRECTED);
        var told = story.diagnosis().diagnoses().getFirst();
        assertEquals("srv7.hoster.example", told.facts().get("names"));
        assertTrue(told.because().contains("greeting-587-203.0.113.254-canary"));
    }

    @Test
    void whatAProxySaysIsNotTheServersWord() {
        stops(Cases.starttls().greets("220 proxy.hotel.example ESMTP").hello("SIZE 100").startTls(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .password().signIn(skipped(Outcome.Reason.WITHHELD)).canary(587).connected().greets("220 proxy.hotel.example ESMTP"),
                Code.SMTP_REDIRECTED);
    }

    @Test
    void strippedStarttlsIsInterference() {
        stops(Cases.starttls().greets("220 mail.example.org").hello("SIZE 100",
                "PIPELINING").startTls(skipped(Outcome.Reason.CANNOT_SUCCEED))
                .otherPortGreets(25).hello("SIZE 100", "PIPELINING", "STARTTLS"), Code.SMTP_INTERFERED);
    }

    @Test
    void aLossyLineThatBreaksTheSessionIsTheRoot() {
        stops(Cases.starttls().greets("220 x").noHello(Failure.TIMEOUT).samples(20.0, -1.0, 1020.0, -1.0, 20.0, 3020.0, 20.0, -1.0),
                Code.NETWORK_UNSTABLE);
    }

    private static Cases busyAtFirst() {
        return Cases.starttls().greets("421 4.3.2 too busy, try again later").at(Cases.SECOND).connected();
    }

    /// As a mail program does, the next address was tried.
    @Test
    void whatOneAddressDidIsAWarningWhereTheNextOneWorks() {
        Cases next = busyAtFirst().upgraded().tlsDone().helloInTls("AUTH PLAIN");
        assertEquals(List.of(), next.diagnoses());
        assertEquals(List.of(Code.SMTP_OVERLOADED), next.warnings());
        assertEquals(Cases.ADDRESS, next.diagnosis().warnings().getFirst().facts().get("oneAddress"));
    }

    @Test
    void whereNoneWorksTheLastOneLeads() {
        assertEquals(List.of(Code.SMTP_OVERLOADED), busyAtFirst().greets("421 4.3.2 too busy, try again later").diagnoses());
        Cases another = busyAtFirst().greets("554 5.7.1 your address is on our list");
        assertEquals(List.of(Code.SMTP_REJECTED_BY_SERVER), another.diagnoses());
        assertEquals(List.of(Code.SMTP_OVERLOADED), another.warnings());
    }

    @Test
    void oneAddressNeedsNoName() {
        assertFalse(Cases.starttls().greets("421 4.3.2 too busy, try again later").diagnosis().diagnoses().getFirst().facts()
                .has("oneAddress"));
    }
}
