package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.provider.ProviderBook;

final class InterceptedRuleTest {
    private static final Rule RULE = new InterceptedRule(new Interceptors(), ProviderBook.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CN=Avast Web/Mail Shield Root,O=Avast Web/Mail Shield | Avast", "CN=ESET SSL Filter CA | ESET",
            "O=Zscaler Inc. | Zscaler", "CN=FGT60E,O=Fortinet | Fortinet FortiGate", "CN=AVG Web/Mail Shield Self-signed Root | AVG",
            "CN=corp-proxy,OU=Blue Coat SG | Blue Coat"})
    void namesTheProduct(String issuer, String product) {
        var seen = certificate("CN=mail.example.org", issuer, List.of("mail.example.org"), CertificateProblem.UNKNOWN_AUTHORITY);
        assertEquals(product, Cases.starttls().upgraded().tls(seen).judgedBy(RULE).getFirst().facts().get("product"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=Known Authority", "CN=Sophosticated CA", "CN=Mail Server CA,O=Example", "O=Fortinetworks"})
    void anybodyElse(String issuer) {
        var seen = certificate("CN=mail.example.org", issuer, List.of("mail.example.org"), CertificateProblem.UNKNOWN_AUTHORITY);
        assertEquals(List.of(), Cases.starttls().upgraded().tls(seen).codesBy(RULE));
    }

    @Test
    void aWarningWhereThisDeviceTrustsIt() {
        var seen = Cases.trustedOnlyHere("CN=mail.example.org", "CN=Zscaler Root CA", "mail.example.org");
        assertFalse(Cases.starttls().upgraded().tls(seen).judgedBy(RULE).getFirst().stops());
    }

    private static CertificateFacts copy(String issuer) {
        return certificate("CN=mail.example.org", issuer, List.of("mail.example.org"), CertificateProblem.UNKNOWN_AUTHORITY);
    }

    @Test
    void aCopyOfWhatAnotherPortShows() {
        var finding = Cases.starttls().upgraded().tls(copy("CN=Corporate Root")).otherPort(465).connected().tlsDone().judgedBy(RULE)
                .getFirst();
        assertEquals(Code.TLS_INTERCEPTED, finding.code());
        assertFalse(finding.facts().has("product"));
    }

    @Test
    void aWarningWhereThisDeviceTrustsTheCopy() {
        assertFalse(Cases.starttls().upgraded().tls(Cases.trustedOnlyHere("CN=mail.example.org", "CN=Corporate Root", "mail.example.org"))
                .otherPort(465).connected().tlsDone().judgedBy(RULE).getFirst().stops());
    }

    @Test
    void otherNamesAtAnotherPort() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(copy("CN=Corporate Root")).otherPort(465).connected()
                .tls(certificate("webmail.example.org")).codesBy(RULE));
    }

    @Test
    void selfSignedHereAndProperThereIsAServerHalfSetUp() {
        var own = certificate("CN=mail.example.org", "CN=mail.example.org", List.of("mail.example.org"), CertificateProblem.SELF_SIGNED);
        assertEquals(List.of(), Cases.starttls().upgraded().tls(own).otherPort(465).connected().tlsDone().codesBy(RULE));
    }

    @Test
    void untrustedAtBothPorts() {
        assertEquals(List.of(),
                Cases.starttls().upgraded().tls(copy("CN=Corporate Root")).otherPort(465).connected().tls(copy("CN=Another Root"))
                .codesBy(RULE));
    }

    @Test
    void theSameAuthoritySignsForAKnownProvider() {
        var theirs = certificate("CN=smtp.gmail.com", "CN=Corporate Root", List.of("smtp.gmail.com"), CertificateProblem.UNKNOWN_AUTHORITY);
        assertEquals(List.of(Code.TLS_INTERCEPTED), Cases.starttls().upgraded().tls(copy("CN=Corporate Root"))
                .control("smtp.gmail.com", "198.51.100.1", 465).connected().tls(theirs).codesBy(RULE));
    }

    @Test
    void theSameAuthoritySignsForSomebodyUnknown() {
        assertEquals(List.of(), Cases.starttls().upgraded().tls(copy("CN=Corporate Root")).control("mx.example.net", "198.51.100.1",
                465).connected()
                .tls(copy("CN=Corporate Root")).codesBy(RULE));
    }
}
