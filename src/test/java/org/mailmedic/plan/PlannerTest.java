package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

final class PlannerTest {
    private static final Settings BARE = Settings.of("smtp.example.org");
    private static final EmailAddress PERSON = EmailAddress.parse("person@example.org").orElseThrow();
    private static final Options FULL = Options.usual().withResolvers(List.of("192.0.2.53"))
            .withControls(new Controls(List.of(new Controls.Tcp("192.0.2.9", 443, false, false)), List.of(), List.of(), List.of()));
    private static final Set<Stage> BASIC = EnumSet.of(Stage.SETTINGS, Stage.DNS, Stage.CONNECT, Stage.GREETING, Stage.HELLO,
            Stage.ENCRYPT);

    @Test
    void asksForTheWayToTheServerAndNoMore() {
        assertEquals(BASIC, plan(BARE).asked());
        assertEquals(BASIC, plan(BARE.withLogin(new Login.NameOnly("person"))).asked(), "a name alone cannot sign in");
    }

    @Test
    void asksForWhatTheSettingsAllow() {
        assertEquals(and(Stage.SIGN_IN), plan(BARE.withLogin(password("person"))).asked());
        assertEquals(and(Stage.SIGN_IN, Stage.SENDER), plan(BARE.withLogin(password("person@example.org"))).asked());
        assertEquals(and(Stage.SIGN_IN), plan(BARE.withLogin(new Login.AccessToken("person", Secret.of("t")))).asked());
        assertEquals(and(Stage.SENDER), plan(BARE.withFrom(PERSON)).asked());
        assertEquals(and(Stage.SENDER, Stage.RECIPIENT), plan(BARE.withTo(PERSON)).asked());
        assertEquals(and(Stage.SENDER, Stage.RECIPIENT, Stage.MESSAGE), plan(BARE.withTo(PERSON).sending()).asked());
    }

    @Test
    void asksForNoEncryptionWhereNoneIsWanted() {
        assertFalse(plan(BARE.withSecurity(Security.NONE)).asked().contains(Stage.ENCRYPT));
        assertTrue(plan(BARE.withSecurity(Security.TLS)).asked().contains(Stage.ENCRYPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "[2001:db8::1]", "2001:db8::1"})
    void anAddressIsNotLookedUp(String host) {
        Plan plan = plan(Settings.of(host));
        assertTrue(plan.literal());
        assertFalse(plan.asked().contains(Stage.DNS));
        assertEquals(List.of(), plan.resolvers());
        assertFalse(plan.host().startsWith("["));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AUTO, 465, IMPLICIT_TLS
            AUTO, 587, PLAIN
            AUTO, 25, PLAIN
            AUTO, 2465, PLAIN
            TLS, 465, IMPLICIT_TLS
            TLS, 587, IMPLICIT_TLS
            STARTTLS, 587, PLAIN
            STARTTLS, 465, PLAIN
            NONE, 465, PLAIN
            """)
    void whatIsSpokenFirstFollowsTheSecurityThenThePort(Security security, int port, Mode mode) {
        Plan plan = plan(BARE.withSecurity(security).withPort(port));
        assertEquals(mode, plan.mode());
        assertEquals(port, plan.port());
    }

    @Test
    void theUsualPortGoesWithTheSecurity() {
        assertEquals(587, plan(BARE).port());
        assertEquals(465, plan(BARE.withSecurity(Security.TLS)).port());
    }

    @Test
    void theOtherPortsAreTheOthers() {
        assertEquals(List.of(25, 465, 2525), plan(BARE).otherPorts());
        assertEquals(List.of(25, 465, 587, 2525), plan(BARE.withPort(8025)).otherPorts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "mailserver", "mail.localhost", "nas.local", "NAS.LOCAL", "relay.internal", "box.home.arpa"})
    void ownNamesAreToldToNobody(String host) {
        assertEquals(List.of(), plan(Settings.of(host)).resolvers());
        assertTrue(plan(Settings.of(host)).asked().contains(Stage.DNS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp.example.org", "local.example.org", "internal.example", "mylocal.example"})
    void publicNamesAreAskedAboutElsewhere(String host) {
        assertEquals(List.of("192.0.2.53"), plan(Settings.of(host)).resolvers());
    }

    @Test
    void quickIsTheOneDialogue() {
        Plan plan = new Planner().plan(BARE, FULL.withProfile(Options.Profile.QUICK));
        assertTrue(plan.quick());
        assertEquals(List.of(), plan.otherPorts());
        assertEquals(List.of(), plan.resolvers());
        assertTrue(plan.controls().isEmpty());
        assertEquals(BASIC, plan.asked());
    }

    @Test
    void aSlipLeavesNothingToTry() {
        Plan plan = plan(Settings.of("https://smtp.example.org"));
        assertFalse(plan.possible());
        assertEquals(List.of(), plan.otherPorts());
        assertTrue(plan.controls().isEmpty());
        assertFalse(plan(Settings.of("")).possible());
        assertTrue(plan(BARE).possible());
    }

    @Test
    void carriesTheOptions() {
        Plan plan = new Planner().plan(BARE, FULL.withTimeout(Duration.ofMillis(2500)));
        assertEquals(Duration.ofMillis(2500), plan.step());
        assertEquals(FULL.controls(), plan.controls());
        assertEquals("xn--mnchen-3ya.example", plan(Settings.of("münchen.example")).host());
    }

    private static Plan plan(Settings settings) {
        return new Planner().plan(settings, FULL);
    }

    private static Login password(String user) {
        return new Login.Password(user, Secret.of("secret"));
    }

    private static Set<Stage> and(Stage... more) {
        var stages = EnumSet.copyOf(BASIC);
        stages.addAll(List.of(more));
        return stages;
    }
}
