package org.mailmedic.diagnosis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mailmedic.diagnosis.Cases.certificate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.Failure;
import org.mailmedic.settings.Security;

final class OldTlsThereRuleTest {
    private static Cases here() {
        return Cases.starttls().greets("220 mx ESMTP").hello("STARTTLS").startTls("220 go").tls(certificate("mail.example.org"));
    }

    private static Cases there(Failure how) {
        return Cases.of("mail.example.org", 587, Security.STARTTLS).website().resolved().connected().greets("220 mx ESMTP")
                .hello("STARTTLS")
                .startTls("220 go").noTls(how);
    }

    private static List<Finding> judge(Cases here, Cases there) {
        return new OldTlsThereRule().examine(here.file(), there.file()).toList();
    }

    @Test
    void nothingInCommonThere() {
        Finding found = judge(here(), there(Failure.TLS_ALERT)).getFirst();
        assertEquals(Code.APP_CONFIG_ERROR, found.code());
        assertEquals(Party.HOSTING, found.party());
        assertEquals("old_tls", found.facts().get("problem"));
        assertEquals("8.1.2", found.facts().get("version"));
    }

    @Test
    void aLineThatBreaksIsNoOldPhp() {
        assertEquals(List.of(), judge(here(), there(Failure.TIMEOUT)));
        assertEquals(List.of(), judge(here(), there(Failure.RESET)));
    }

    @Test
    void theServerIsTooOldForBoth() {
        assertEquals(List.of(), judge(Cases.starttls().greets("220 mx ESMTP").startTls("220 go").noTls(Failure.TLS_ALERT),
                there(Failure.TLS_ALERT)));
    }
}
