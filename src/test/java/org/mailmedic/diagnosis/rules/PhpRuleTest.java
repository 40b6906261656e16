package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.CertificateProblem;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.settings.Security;

final class PhpRuleTest {
    private static final List<String> WAYS = List.of("stream_socket_client");
    private static final String OPENSSL = "OpenSSL 3.0.1";

    private static List<Finding> judge(Cases there) {
        return there.judgedBy(new PhpRule());
    }

    private static Cases dialogue(OffRoute.Php php) {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).php(php).resolved().connected().greets("220 mx ESMTP").hello("STARTTLS")
                .startTls("220 go");
    }

    private static Finding only(List<Finding> found) {
        assertEquals(1, found.size());
        assertEquals(Code.APP_CONFIG_ERROR, found.getFirst().code());
        assertEquals(Party.HOSTING, found.getFirst().party());
        return found.getFirst();
    }

    @Test
    void noWayToAConnectionIsLeft() {
        Finding found = only(judge(Cases.of("mail.example.org", 587, Security.STARTTLS)
                .php(Cases.php(List.of("fsockopen", "stream_socket_client"), List.of(), OPENSSL, Optional.empty()))));
        assertTrue(found.stops());
        assertEquals("functions_off", found.facts().get("problem"));
        assertEquals("fsockopen, stream_socket_client", found.facts().get("functions"));
    }

    @Test
    void anotherWayIsLeft() {
        Finding found = only(judge(dialogue(Cases.php(List.of("fsockopen"), WAYS, OPENSSL, Optional.of(true)))
                .tls(certificate("mail.example.org"))));
        assertFalse(found.stops());
        assertEquals("some_off", found.facts().get("problem"));
    }

    @Test
    void mailAloneIsOff() {
        assertEquals(List.of(), judge(dialogue(Cases.php(List.of("mail"), WAYS, OPENSSL, Optional.of(true)))
                .tls(certificate("mail.example.org"))));
    }

    @Test
    void noEncryption() {
        assertEquals("no_openssl", only(judge(dialogue(Cases.php(List.of(), WAYS, "", Optional.empty())))).facts().get("problem"));
        assertEquals(List.of(), judge(Cases.plain().php(Cases.php(List.of(), WAYS, "", Optional.empty()))));
    }

    @Test
    void onlyItsListOfAuthoritiesIsOld() {
        Finding found = only(judge(dialogue(Cases.php(List.of(), WAYS, OPENSSL, Optional.of(false))).tls(certificate("mail.example.org"))));
        assertEquals("old_bundle", found.facts().get("problem"));
        assertEquals("2015-03-01", found.facts().get("bundleDate"));
    }

    @Test
    void theCertificateIsBadForEverybody() {
        assertEquals(List.of(), judge(dialogue(Cases.php(List.of(), WAYS, OPENSSL, Optional.of(false)))
                .tls(certificate("mail.example.org", CertificateProblem.SELF_SIGNED))));
    }

    @Test
    void noPhpWasSeen() {
        assertEquals(List.of(), judge(Cases.upToEncryptedHello()));
    }
}
