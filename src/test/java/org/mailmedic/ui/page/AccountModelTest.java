package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

final class AccountModelTest {
    private final NoWay way = new NoWay();
    private final AccountModel model = new AccountModel(Symptom.DEVICE, Options.usual(), way, Texts.in(Locale.ENGLISH));

    @Test
    void aHostAloneIsEnough() {
        model.hostProperty().set("mail.example.org");
        assertEquals(Optional.empty(), model.start());
        assertEquals(Settings.of("mail.example.org").withSymptom(Symptom.DEVICE), settings());
    }

    @Test
    void everythingTypedComesThrough() {
        model.userProperty().set(" shop@example.org ");
        model.hostProperty().set("mail.example.org");
        model.portProperty().set("465");
        model.securityProperty().set(Security.TLS);
        model.recipientProperty().set("me@example.net");
        model.sendProperty().set(true);
        model.password(Secret.of("s3cret"));
        assertEquals(Optional.empty(), model.start());
        Settings settings = settings();
        assertEquals(465, settings.port().orElseThrow());
        assertEquals(Security.TLS, settings.security());
        assertEquals(EmailAddress.parse("me@example.net"), settings.to());
        assertTrue(settings.send());
        assertFalse(settings.allowPlaintextPassword());
        assertEquals("shop@example.org", ((Login.Password) settings.login()).user());
    }

    @Test
    void withoutAHostTheFieldIsNamed() {
        assertEquals(Optional.of(Field.HOST), model.start());
        assertTrue(model.hintProperty(Field.HOST).get().isSlip());
        assertEquals(0, way.errands.size());
    }

    @Test
    void anEmptyFieldIsLeftInPeaceUntilTheStart() {
        model.settle(Field.HOST);
        assertNull(model.hintProperty(Field.HOST).get());
    }

    @Test
    void aHintAppearsAfterAPauseAndGoesAsSoonAsItIsMended() {
        model.hostProperty().set("mail.example.org:465");
        assertNull(model.hintProperty(Field.HOST).get());
        model.settle(Field.HOST);
        Hint hint = model.hintProperty(Field.HOST).get();
        assertTrue(hint.isSlip());
        hint.mend().orElseThrow().action().run();
        assertEquals("mail.example.org", model.hostProperty().get());
        assertEquals("465", model.portProperty().get());
        assertNull(model.hintProperty(Field.HOST).get());
    }

    @Test
    void aBracketedIpv6AddressIsNoPort() {
        model.hostProperty().set("[2001:db8::25]");
        model.settle(Field.HOST);
        assertNull(model.hintProperty(Field.HOST).get());
    }

    @Test
    void theServerForReadingMailIsPointedOutButDoesNotStop() {
        model.hostProperty().set("imap.example.org");
        model.settle(Field.HOST);
        assertEquals(Hint.Tone.CAUTION, model.hintProperty(Field.HOST).get().tone());
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void portAndEncryptionThatDoNotGoTogetherAreMendedInOneStep() {
        model.hostProperty().set("mail.example.org");
        model.portProperty().set("465");
        model.securityProperty().set(Security.STARTTLS);
        model.settle(Field.PORT);
        model.hintProperty(Field.PORT).get().mend().orElseThrow().action().run();
        assertEquals(Security.TLS, model.securityProperty().get());
        assertNull(model.hintProperty(Field.PORT).get());
    }

    @Test
    void anImpossiblePortStopsAndAnUnusualOneDoesNot() {
        model.hostProperty().set("mail.example.org");
        for (String impossible : new String[] {"0", "65536", "99999999999", "smtp", "-1", "5 87"}) {
            model.portProperty().set(impossible);
            assertEquals(Optional.of(Field.PORT), model.start(), impossible);
        }
        model.portProperty().set("578");
        assertEquals(Optional.empty(), model.start());
        model.hintProperty(Field.PORT).get().mend().orElseThrow().action().run();
        assertEquals("587", model.portProperty().get());
    }

    @Test
    void aTestMessageNeedsARecipient() {
        model.hostProperty().set("mail.example.org");
        model.sendProperty().set(true);
        assertEquals(Optional.of(Field.RECIPIENT), model.start());
        model.recipientProperty().set("<me@example.net>");
        model.hintProperty(Field.RECIPIENT).get().mend().orElseThrow().action().run();
        assertEquals("me@example.net", model.recipientProperty().get());
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void aPasswordNeedsAUser() {
        model.hostProperty().set("mail.example.org");
        model.password(Secret.of("s3cret"));
        assertEquals(Optional.of(Field.PASSWORD), model.start());
        model.forgetPassword();
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void anEmptyFieldKeepsThePasswordAndANewOneReplacesIt() {
        Secret first = Secret.of("first");
        model.password(first);
        model.password(Secret.of(""));
        assertFalse(first.isEmpty());
        model.password(Secret.of("second"));
        assertTrue(first.isEmpty(), "the one before was wiped");
        assertTrue(model.keptProperty().get());
    }

    @Test
    void theSendersAddressIsAskedForOnlyWhereTheUserNameCannotServe() {
        model.recipientProperty().set("me@example.net");
        model.userProperty().set("apikey");
        assertTrue(model.senderNeededProperty().get());
        model.senderProperty().set("shop@example.org");
        model.hostProperty().set("mail.example.org");
        model.start();
        assertEquals(EmailAddress.parse("shop@example.org"), settings().from());
        model.userProperty().set("shop@example.org");
        assertFalse(model.senderNeededProperty().get());
        model.start();
        assertEquals(Optional.empty(), settings().from());
    }

    private Settings settings() {
        return way.errands.getLast().settings();
    }
}
