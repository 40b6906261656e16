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
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CertificateProblem;

final class InterceptedRuleTest {
    private static final Rule RULE = new InterceptedRule(new Interceptors());

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
}
