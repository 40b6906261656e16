package org.mailmedic.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;
import static org.mailmedic.diagnosis.Cases.skipped;

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
                Code.TLS_CERT_NAME_MISMATCH, Code.TLS_CERT_EXPIRED);
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
        stops(Cases.starttls().upgraded().tls(certificate("CN=mail.example.org", "CN=Avast Web/Mail Shield Root", List.of("mail.example.org"),
                CertificateProblem.UNKNOWN_AUTHORITY)).helloInTls(), Code.TLS_INTERCEPTED);
    }

    @Test
    void anAcceptedInterceptorIsAWarning() {
        var story = Cases.starttls().upgraded().tls(Cases.trustedOnlyHere("CN=mail.example.org", "CN=ESET SSL Filter CA", "mail.example.org"))
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
}
