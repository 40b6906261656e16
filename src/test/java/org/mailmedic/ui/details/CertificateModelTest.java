package org.mailmedic.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailmedic.report.Report;

final class CertificateModelTest {
    private static CertificateModel of(Report report) {
        return new CertificateModel(report, Look.TEXTS, Look.WORDS, ZoneOffset.UTC);
    }

    private static Map<String, Object> link(String subject, String issuer) {
        return Look.fact("subject", subject, "issuer", issuer, "names", List.of("mail.example"), "not_before", "2026-08-23T15:32:46Z",
                "not_after", "2026-11-11T15:32:46Z", "serial", "dc7c", "sha256", "227f3c" + subject, "key_type", "EC", "key_bits", 256,
                "signature_algorithm", "SHA256withECDSA");
    }

    private static Map<String, Object> tls(String role, String address, List<String> problems) {
        return Look.fact("id", "tls-" + address, "kind", "tls", "status", "ok", "role", role, "host", "mail.example", "address", address,
                "port", 587,
                "protocol", "TLSv1.3", "cipher", "TLS_AES_256_GCM_SHA384", "certificate",
                Look.fact("names", List.of("mail.example"), "problems",
                        problems, "trusted_by_system", true, "trusted_by_java", false, "chain",
                        List.of(link("CN=mail.example", "CN=Some Issuer,O=Some\\, Inc."), link("CN=Some Issuer,O=Some\\, Inc.", "CN=Root"),
                                link("CN=Root", "CN=Root"))));
    }

    @Test
    void theChainIsTold() {
        var model = of(Look.report(tls("target", "192.0.2.1", List.of())));
        var shown = model.shown().getFirst();
        assertEquals("Trusted. It proves that this is mail.example.", shown.verdict());
        assertEquals(DetailTone.FINE, shown.tone());
        assertEquals(List.of("mail.example", "Some Issuer", "Root"), shown.chain().stream().map(CertificateModel.Link::name).toList());
        assertEquals("1 of 3: the server’s own certificate", shown.chain().getFirst().place());
        assertEquals("3 of 3: vouches for itself", shown.chain().getLast().place());
        String text = model.text();
        assertTrue(text.contains("Vouched for by: Some Issuer\n"), text);
        assertTrue(text.contains("Valid: 23 August 2026 to 11 November 2026\n"), text);
        assertTrue(text.contains("SHA-256 fingerprint: 22 7f 3c"), text);
        assertTrue(text.contains("This system’s list: vouches for it\nJava’s own list: does not vouch for it\n"), text);
    }

    @Test
    void everyReasonIsGivenInWords() {
        var shown = of(Look.report(tls("target", "192.0.2.1", List.of("expired", "wrong_name", "unknown_authority",
                "not_yet_valid")))).shown().getFirst();
        assertEquals("Not trusted. It does not prove that this is mail.example.", shown.verdict());
        assertEquals(DetailTone.BROKEN, shown.tone());
        assertEquals(List.of("It ran out on 11 November 2026.", "It is made for other names: mail.example.",
                "Nobody whom this computer knows vouches for it. The chain ends at “Root”.", "It is valid from 23 August 2026 only."),
                shown.reasons());
    }

    @Test
    void everyProblemHasItsSentence() {
        for (var problem : org.mailmedic.evidence.CertificateProblem.values()) {
            assertTrue(Look.TEXTS.has("details.certificate.problem." + problem.id()), problem.id());
        }
    }

    @Test
    void theSameChainIsShownOnceAndTheServersOwnComesFirst() {
        var elsewhere = tls("control", "198.51.100.1", List.of("expired"));
        elsewhere.put("host", "one.example");
        var model = of(Look.report(elsewhere, tls("target", "192.0.2.1", List.of()), tls("target", "192.0.2.2", List.of())));
        assertEquals(List.of("mail.example:587 (192.0.2.1); mail.example:587 (192.0.2.2)", "one.example:587 (elsewhere, 198.51.100.1)"),
                model.shown().stream().map(CertificateModel.Shown::where).toList());
        assertEquals(DetailTone.CAUTION, model.shown().getLast().tone());
    }

    @Test
    void whyThereIsNone() {
        assertEquals("No certificate was seen: it did not come to encryption.", of(Look.report()).nothing());
        assertEquals("No certificate was seen: the encryption ended before the server showed one.",
                of(Look.report(Look.fact("kind", "tls"))).nothing());
    }

    @Test
    void whatAForeignReportMayHoldBreaksNothing() {
        var model = of(Look.report(Look.fact("kind", "tls", "role", "target", "certificate",
                Look.fact("problems", List.of("haunted"), "chain",
                List.of(Look.fact("subject", "no name at all", "not_after", "soon", "sha256", 7, "names", "x"), "nonsense")))));
        var shown = model.shown().getFirst();
        assertEquals(List.of("haunted"), shown.reasons());
        assertEquals("no name at all", shown.chain().getFirst().name());
        assertFalse(model.text().isBlank());
    }
}
