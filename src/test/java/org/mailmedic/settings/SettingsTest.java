package org.mailmedic.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.settings.Settings.Need;

final class SettingsTest {
    private static final Settings BARE = Settings.of("smtp.example.org");
    private static final EmailAddress ADDRESS = EmailAddress.parse("person@example.org").orElseThrow();

    @Test
    void nothingIsMissingWhenNothingMoreIsAsked() {
        assertEquals(List.of(), BARE.missing());
        assertEquals(List.of(), BARE.withLogin(new Login.NameOnly("person")).missing());
        assertEquals(List.of(), BARE.withLogin(password("person", "secret")).withTo(ADDRESS).sending().missing());
        assertEquals(List.of(), Settings.of("no host name!").missing(), "a slip is no gap");
    }

    @Test
    void namesWhatIsMissingInTheOrderOfAForm() {
        assertEquals(List.of(Need.HOST), Settings.of(" ").missing());
        assertEquals(List.of(Need.USER), BARE.withLogin(password(" ", "secret")).missing());
        assertEquals(List.of(Need.USER), BARE.withLogin(new Login.NameOnly("")).missing());
        assertEquals(List.of(Need.PASSWORD), BARE.withLogin(password("person", "")).missing());
        assertEquals(List.of(Need.PASSWORD), BARE.withLogin(new Login.AccessToken("person", Secret.of(""))).missing());
        assertEquals(List.of(Need.RECIPIENT), BARE.sending().missing());
        assertEquals(List.of(Need.HOST, Need.USER, Need.PASSWORD, Need.RECIPIENT),
                Settings.of("").withLogin(password("", "")).sending().missing());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, Integer.MAX_VALUE})
    void aPortOutOfRangeIsNoSetting(int port) {
        assertThrows(IllegalArgumentException.class, () -> BARE.withPort(port));
    }

    @ParameterizedTest
    @CsvSource({"AUTO, 587", "STARTTLS, 587", "NONE, 587", "TLS, 465"})
    void thePortGoesWithTheSecurity(Security security, int port) {
        assertEquals(port, BARE.withSecurity(security).effectivePort());
        assertEquals(2525, BARE.withSecurity(security).withPort(2525).effectivePort());
    }

    @Test
    void theSenderIsTheUserWhereThatIsAnAddress() {
        assertEquals(Optional.empty(), BARE.sender());
        assertEquals(Optional.empty(), BARE.withLogin(new Login.NameOnly("person")).sender());
        assertEquals(Optional.of(ADDRESS), BARE.withLogin(new Login.NameOnly("person@example.org")).sender());
        EmailAddress other = EmailAddress.parse("other@example.org").orElseThrow();
        assertEquals(Optional.of(other), BARE.withLogin(new Login.NameOnly("person@example.org")).withFrom(other).sender());
    }

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "TLS, TLS", "' StartTLS ', STARTTLS", "none, NONE"})
    void securityIsReadAsPeopleWriteIt(String id, Security security) {
        assertEquals(Optional.of(security), Security.of(id));
        assertEquals(Optional.empty(), Security.of(id + "x"));
    }

    @ParameterizedTest
    @CsvSource({"website, WEBSITE", "mail-program, MAIL_PROGRAM", "Device, DEVICE", "server, SERVER"})
    void symptomsToo(String id, Symptom symptom) {
        assertEquals(Optional.of(symptom), Symptom.of(id));
        assertEquals(Optional.empty(), Symptom.of("mail_program"));
    }

    private static Login password(String user, String secret) {
        return new Login.Password(user, Secret.of(secret));
    }
}
