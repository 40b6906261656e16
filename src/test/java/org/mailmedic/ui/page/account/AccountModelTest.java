package org.mailmedic.ui.page.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.FakeFinder;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.part.Hint;
import org.mailmedic.ui.part.Texts;

final class AccountModelTest {
    private final NoWay way = new NoWay();
    private final FakeFinder finder = new FakeFinder();
    private final AccountModel model = new AccountModel(Symptom.DEVICE, new AccountModel.Needs(finder, ProviderBook.load(),
            new Contacts(Options.usual(), Set.of(), _ -> { }), Runnable::run, Runnable::run, Texts.in(Locale.ENGLISH)), way);

    @Test
    void anAddressInTheBookIsEnough() {
        model.addressProperty().set("shop@gmx.net");
        assertEquals(Optional.empty(), model.start());
        Settings settings = settings();
        assertEquals("mail.gmx.net", settings.host());
        assertEquals(new Login.NameOnly("shop@gmx.net"), settings.login());
        assertEquals(Symptom.DEVICE, settings.symptom());
        assertEquals(Optional.empty(), settings.from(), "the sign-in name is the sender already");
        assertEquals(List.of(), finder.searches(), "nobody was asked");
    }

    @Test
    void theProvidersFormOfTheSignInNameIsUsedAndTheAddressSends() {
        model.addressProperty().set("anna@web.de");
        model.password().take(Secret.of("s3cret"));
        model.start();
        assertEquals("anna", settings().login().userName().orElseThrow());
        assertEquals(EmailAddress.parse("anna@web.de"), settings().from());
    }

    @Test
    void aHostEnteredByHandIsEnough() {
        model.manual(true);
        model.hostProperty().set("mail.example.org");
        assertEquals(Optional.empty(), model.start());
        assertEquals(Settings.of("mail.example.org").withSymptom(Symptom.DEVICE), settings());
    }

    @Test
    void everythingTypedComesThrough() {
        model.addressProperty().set(" shop@example.org ");
        model.manual(true);
        model.hostProperty().set("mail.example.org");
        model.portProperty().set("465");
        model.securityProperty().set(Security.TLS);
        model.userProperty().set("u123");
        model.recipientProperty().set("me@example.net");
        model.sendProperty().set(true);
        model.password().take(Secret.of("s3cret"));
        assertEquals(Optional.empty(), model.start());
        Settings settings = settings();
        assertEquals(465, settings.port().orElseThrow());
        assertEquals(Security.TLS, settings.security());
        assertEquals(EmailAddress.parse("me@example.net"), settings.to());
        assertEquals(EmailAddress.parse("shop@example.org"), settings.from());
        assertTrue(settings.send());
        assertFalse(settings.allowPlaintextPassword());
        assertEquals("u123", ((Login.Password) settings.login()).user());
    }

    @Test
    void whatIsTypedUnderOtherSettingsCountsOnlyWhileTheyAreOpen() {
        model.addressProperty().set("shop@gmx.net");
        model.manual(true);
        model.hostProperty().set("https://nonsense");
        assertEquals(Optional.of(AccountField.HOST), model.start());
        model.manual(false);
        assertEquals(Optional.empty(), model.start());
        assertEquals("mail.gmx.net", settings().host());
    }

    @Test
    void otherSettingsOpenWithWhatWasFound() {
        model.addressProperty().set("anna@gmail.com");
        model.manual(true);
        assertEquals("smtp.gmail.com", model.hostProperty().get());
        assertEquals("465", model.portProperty().get());
        assertEquals(Security.TLS, model.securityProperty().get());
    }

    @Test
    void withoutAnAddressTheFieldIsNamed() {
        assertEquals(Optional.of(AccountField.ADDRESS), model.start());
        assertTrue(model.hintProperty(AccountField.ADDRESS).get().isSlip());
        model.manual(true);
        assertEquals(Optional.of(AccountField.HOST), model.start());
        assertEquals(0, way.errands.size());
    }

    @Test
    void anEmptyFieldIsLeftInPeaceUntilTheStart() {
        model.manual(true);
        model.settle(AccountField.HOST);
        model.settle(AccountField.ADDRESS);
        assertNull(model.hintProperty(AccountField.HOST).get());
        assertNull(model.hintProperty(AccountField.ADDRESS).get());
    }

    @Test
    void theStartWaitsForTheSearchAndThenGoesOnByItself() {
        model.addressProperty().set("anna@shop.example");
        assertEquals(Optional.empty(), model.start());
        assertTrue(model.waitingProperty().get());
        assertEquals(0, way.errands.size());
        finder.tells(FakeFinder.own("smtp.shop.example"));
        assertFalse(model.waitingProperty().get());
        assertEquals("smtp.shop.example", settings().host());
        assertTrue(finder.last().cancelled()[0], "nothing more is looked for");
    }

    @Test
    void whenNothingIsFoundTheFieldsOpen() {
        model.addressProperty().set("anna@shop.example");
        model.start();
        finder.finds();
        assertEquals(0, way.errands.size());
        assertTrue(model.manualProperty().get());
        assertEquals(Optional.of(AccountField.HOST), model.start());
        assertNotNull(model.hintProperty(AccountField.HOST).get());
    }

    @Test
    void anotherAddressEndsTheWaiting() {
        model.addressProperty().set("anna@shop.example");
        model.start();
        model.addressProperty().set("anna@shop2.example");
        finder.last().listener().accept(finder.listed(finder.last().person()));
        finder.finds(FakeFinder.own("smtp.shop.example"));
        assertFalse(model.waitingProperty().get());
        assertEquals(0, way.errands.size());
    }

    @Test
    void aStrangersServerGetsNoPasswordBeforeThePersonConfirmsIt() {
        model.addressProperty().set("anna@shop.example");
        model.settle(AccountField.ADDRESS);
        finder.finds(FakeFinder.foreign("mail.hoster.example"));
        model.password().take(Secret.of("s3cret"));
        assertEquals(Optional.of(AccountField.ADDRESS), model.start());
        assertEquals(0, way.errands.size());
        model.confirm();
        assertEquals(Optional.empty(), model.start());
        assertEquals("mail.hoster.example", settings().host());
    }

    @Test
    void withoutAPasswordNothingHasToBeConfirmed() {
        model.addressProperty().set("anna@shop.example");
        model.settle(AccountField.ADDRESS);
        finder.finds(FakeFinder.foreign("mail.hoster.example"));
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void confirmingOneServerConfirmsNoOther() {
        model.addressProperty().set("anna@shop.example");
        model.settle(AccountField.ADDRESS);
        finder.finds(FakeFinder.foreign("mail.hoster.example"));
        model.confirm();
        model.addressProperty().set("anna@other.example");
        model.settle(AccountField.ADDRESS);
        finder.finds(FakeFinder.foreign("mail.thief.example"));
        model.password().take(Secret.of("s3cret"));
        assertEquals(Optional.of(AccountField.ADDRESS), model.start());
    }

    @Test
    void aHintAppearsAfterAPauseAndGoesAsSoonAsItIsMended() {
        model.manual(true);
        model.hostProperty().set("mail.example.org:465");
        assertNull(model.hintProperty(AccountField.HOST).get());
        model.settle(AccountField.HOST);
        Hint hint = model.hintProperty(AccountField.HOST).get();
        assertTrue(hint.isSlip());
        hint.mend().orElseThrow().action().run();
        assertEquals("mail.example.org", model.hostProperty().get());
        assertEquals("465", model.portProperty().get());
        assertNull(model.hintProperty(AccountField.HOST).get());
    }

    /// Every kind of slip that a host can have, and what mends it.
    @ParameterizedTest
    @CsvSource({"smtp.gmial.com,smtp.gmail.com", "smpt.example.org,smtp.example.org", "smtp.gmail.con,smtp.gmail.com",
        "https://mail.gmx.net/,mail.gmx.net", "mail gmx.net,mail.gmx.net", "“mail.gmx.net”,mail.gmx.net", "mail.gmx.net.,mail.gmx.net",
        "imap.gmail.com,smtp.gmail.com", "gmail.com,smtp.gmail.com", "anna@gmail.com,smtp.gmail.com", "ｍａｉｌ.gmx.net,mail.gmx.net",
        "mail.gm\u200Bx.net,mail.gmx.net"})
    void slipsInTheServersName(String typed, String meant) {
        model.manual(true);
        model.hostProperty().set(typed);
        model.settle(AccountField.HOST);
        for (int slips = 0; model.hintProperty(AccountField.HOST).get() != null && slips < 3; slips++) {
            model.hintProperty(AccountField.HOST).get().mend().orElseThrow().action().run();
        }
        assertEquals(meant, model.hostProperty().get());
    }

    @Test
    void aSlipInTheAddressNamesTheRightDomain() {
        model.addressProperty().set("anna@gmial.com");
        model.settle(AccountField.ADDRESS);
        Hint hint = model.hintProperty(AccountField.ADDRESS).get();
        assertEquals("The part behind the @ looks like a slip of the fingers.", hint.text());
        hint.mend().orElseThrow().action().run();
        assertEquals("anna@gmail.com", model.addressProperty().get());
        assertNull(model.hintProperty(AccountField.ADDRESS).get());
        assertEquals("smtp.gmail.com", model.foundProperty().get().best().orElseThrow().host());
    }

    @Test
    void aBracketedIpv6AddressIsNoPort() {
        model.manual(true);
        model.hostProperty().set("[2001:db8::25]");
        model.settle(AccountField.HOST);
        assertNull(model.hintProperty(AccountField.HOST).get());
    }

    @Test
    void theServerForReadingMailIsPointedOutButDoesNotStop() {
        model.manual(true);
        model.hostProperty().set("imap.example.org");
        model.settle(AccountField.HOST);
        assertEquals(Hint.Tone.CAUTION, model.hintProperty(AccountField.HOST).get().tone());
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void portAndEncryptionThatDoNotGoTogetherAreMendedInOneStep() {
        model.manual(true);
        model.hostProperty().set("mail.example.org");
        model.portProperty().set("465");
        model.securityProperty().set(Security.STARTTLS);
        model.settle(AccountField.SECURITY);
        model.hintProperty(AccountField.SECURITY).get().mend().orElseThrow().action().run();
        assertEquals(Security.TLS, model.securityProperty().get());
        assertNull(model.hintProperty(AccountField.SECURITY).get());
    }

    @Test
    void anImpossiblePortStopsAndAnUnusualOneDoesNot() {
        model.manual(true);
        model.hostProperty().set("mail.example.org");
        for (String impossible : new String[] {"0", "65536", "99999999999", "smtp", "-1", "5 87"}) {
            model.portProperty().set(impossible);
            assertEquals(Optional.of(AccountField.PORT), model.start(), impossible);
        }
        model.portProperty().set(" 587 ");
        assertEquals(Optional.empty(), model.start());
        assertEquals(587, settings().port().orElseThrow());
        model.portProperty().set("578");
        assertEquals(Optional.empty(), model.start());
        model.hintProperty(AccountField.PORT).get().mend().orElseThrow().action().run();
        assertEquals("587", model.portProperty().get());
    }

    @Test
    void theNameThatEverybodySignsInWithIsProposed() {
        model.manual(true);
        model.hostProperty().set("smtp.sendgrid.net");
        model.userProperty().set("shop@example.org");
        model.settle(AccountField.USER);
        model.hintProperty(AccountField.USER).get().mend().orElseThrow().action().run();
        assertEquals("apikey", model.userProperty().get());
    }

    @Test
    void aTestMessageNeedsARecipient() {
        model.addressProperty().set("shop@gmx.net");
        model.sendProperty().set(true);
        assertEquals(Optional.of(AccountField.RECIPIENT), model.start());
        model.recipientProperty().set("<me@example.net>");
        model.hintProperty(AccountField.RECIPIENT).get().mend().orElseThrow().action().run();
        assertEquals("me@example.net", model.recipientProperty().get());
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void aPasswordNeedsASignInName() {
        model.manual(true);
        model.hostProperty().set("mail.example.org");
        model.password().take(Secret.of("s3cret"));
        assertEquals(Optional.of(AccountField.USER), model.start());
        model.password().forget();
        assertEquals(Optional.empty(), model.start());
    }

    @Test
    void pastedSettingsFillTheFieldsAndThePasswordStaysHidden() {
        model.paste().paste("""
                MAIL_HOST=smtp.gmial.com
                MAIL_PORT=465
                MAIL_USERNAME=shop@gmail.com
                MAIL_PASSWORD="Zaunkoenig 7431"
                MAIL_ENCRYPTION=ssl
                """);
        assertEquals("shop@gmail.com", model.addressProperty().get());
        assertTrue(model.manualProperty().get());
        assertEquals("465", model.portProperty().get());
        assertEquals(Security.TLS, model.securityProperty().get());
        assertTrue(model.password().heldProperty().get());
        PasteModel.Told told = model.paste().toldProperty().get();
        assertEquals("Recognised: settings of Laravel (.env)", told.title());
        assertTrue(told.taken().contains("Server: smtp.gmial.com (line 1)"), told::toString);
        assertTrue(told.taken().contains("Password: found; it stays hidden (line 4)"), told::toString);
        assertFalse(told.toString().contains("Zaunkoenig"));
        model.hintProperty(AccountField.HOST).get().mend().orElseThrow().action().run();
        assertEquals("smtp.gmail.com", model.hostProperty().get());
        assertEquals(Optional.empty(), model.start());
        assertEquals("Zaunkoenig 7431", new String(((Login.Password) settings().login()).password().chars()));
    }

    @Test
    void whatThePasteLeavesOpenIsTold() {
        model.paste().paste("MAIL_HOST=smtp.example.org\nMAIL_PORT=${PORT:-587}\nMAIL_PASSWORD=your-password\n");
        assertEquals(2, model.paste().toldProperty().get().doubts().size(), model.paste().toldProperty().get()::toString);
        assertFalse(model.password().heldProperty().get());
    }

    @Test
    void aTextWithoutSettingsChangesNothing() {
        model.hostProperty().set("mail.example.org");
        model.paste().paste("Dear diary, nothing happened today.");
        assertFalse(model.paste().toldProperty().get().recognised());
        assertEquals("mail.example.org", model.hostProperty().get());
        assertFalse(model.manualProperty().get());
    }

    private Settings settings() {
        return way.errands.getLast().settings();
    }
}
