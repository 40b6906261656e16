package org.mailmedic.explain.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.provider.ShippedData;
import tools.jackson.databind.JsonNode;

/// Holds the words of every language to what people read in it.
final class SpokenCausesTest {
    private static final SpokenCauses BOUNCES = SpokenCauses.bounces();
    private static final SpokenCauses PROGRAMS = SpokenCauses.programs();

    private static Optional<String> code(SpokenCauses book, String text) {
        return book.read(text).map(told -> told.code().id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        send.recipient_rejected | Příjemce s touto adresou v našem systému neexistuje.
        send.mailbox_full | Schránka příjemce je přeplněná.
        send.recipient_rejected | Orsak: mottagaren finns inte. Kontrollera stavningen.
        send.mailbox_full | Fordi modtagerens postkasse er fuld.
        send.message_too_big | Mailen er for stor. Den maksimale størrelse er 25 MB.
        send.recipient_rejected | Vastaanottajaa ei löydy palvelimelta.
        send.content_rejected | Viesti on luokiteltu roskapostiksi.
        send.recipient_rejected | Neden: Böyle bir kullanıcı bulunamadı.
        send.mailbox_full | Alıcının POSTA KUTUSU DOLU.
        send.recipient_rejected | 사유: 수신자의 메일 주소가 존재하지 않습니다.
        send.mailbox_full | 수신자의 메일함 용량이 초과되었습니다.
        send.blocklisted | Адреса сервера внесена до чорного списку.
        send.mailbox_full | A címzett postafiókja megtelt.
        send.recipient_rejected | Utilizatorul nu există pe acest server.
        send.recipient_rejected | Η διεύθυνση του παραλήπτη δεν υπάρχει.
        send.mailbox_full | 收件者的信箱已滿
        send.recipient_rejected | 宛先のメールアドレスが間違っているか、現在使用されておりません。
        send.sender_rejected | Odesílatel není oprávněn zasílat zprávy do této schránky.
        send.content_rejected | Der Anhang mit diesem Dateityp ist nicht erlaubt.
        send.mail_loop | Il messaggio è in un loop di posta.
        send.greylisted | O servidor usa lista cinza.
        send.rate_limited | U verstuurt te veel berichten.
        send.quota_exceeded | Przekroczono dzienny limit wysyłania.
        dns.not_found | El dominio no existe.
        tcp.timeout | Le serveur destinataire ne répond pas.
        """)
    void whatBouncesSay(String code, String text) {
        assertEquals(Optional.of(code), code(BOUNCES, text), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        auth.bad_credentials | SMTP 인증 실패: 사용자 이름 또는 암호가 올바르지 않습니다.
        auth.bad_credentials | Ověření selhalo na smtp.posta.example
        auth.bad_credentials | Autentiseringen misslyckades på SMTP-servern.
        tcp.refused | Bağlantı reddedildi (smtp.posta.example:587)
        tls.cert_untrusted | Сертификат сервера smtp.posta.example не является доверенным.
        tls.cert_expired | El certificado del servidor smtp.posta.example ha caducado.
        tls.cert_name_mismatch | Certifikatet matchar inte servern.
        dns.not_found | Impossibile trovare il server SMTP smtp.posta.example.
        tcp.timeout | Forbindelsen til SMTP-serveren fik timeout.
        tls.handshake_failed | SSL-yhteys: virhe
        send.message_too_big | A mensagem excede o limite do servidor
        """)
    void whatProgramsSay(String code, String text) {
        assertEquals(Optional.of(code), code(PROGRAMS, text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vaše objednávka byla odeslána.", "De volgende vergadering is dinsdag.", "Kokous alkaa kymmeneltä.",
        "Mötet börjar klockan tio", "La factura está adjunta."})
    void otherSentencesTellNothing(String text) {
        assertEquals(Optional.empty(), code(BOUNCES, text), text);
        assertEquals(Optional.empty(), code(PROGRAMS, text), text);
    }

    @Test
    void theIdeasOfACauseAreOfOneLanguage() {
        assertEquals(Optional.empty(), code(BOUNCES, "postafiók plein"));
        assertEquals(Optional.of("send.mailbox_full"), code(BOUNCES, "postafiók megtelt"));
    }

    @Test
    void theSentenceThatIsSurestCountsAndAWrappedOneAsWell() {
        assertEquals(Optional.of("send.mailbox_full"), code(BOUNCES, "Avsändaren avvisades.\nBrevlådan är full."));
        assertEquals(Optional.of("send.mailbox_full"), code(BOUNCES, "Mottagarens brevlåda\när för tillfället full."));
    }

    @Test
    void wordsBeginAsTheyStandInTheBook() {
        assertEquals(Optional.empty(), code(BOUNCES, "Postvak: de volgende."));
        assertEquals(Optional.of("send.mailbox_full"), code(BOUNCES, "Postvak: vol."));
    }

    @Test
    void tellsThatAMessageWasNotDelivered() {
        assertTrue(BOUNCES.undelivered("Ditt meddelande till a@post.example kunde inte levereras."));
        assertFalse(BOUNCES.undelivered("Ditt paket kunde inte levereras."));
    }

    /// A stem that is not as the text is made for the search would never be found, and an idea that a language lacks never be told.
    @Test
    void everyLanguageHasEveryIdeaInTheFormThatIsSearched() {
        for (String name : List.of("bounce_words", "program_words")) {
            JsonNode book = ShippedData.read(SpokenCauses.class, "/org/mailmedic/explain/" + name + ".json");
            var ideas = new TreeSet<String>();
            book.path("causes").valueStream().forEach(cause -> cause.path("ideas").valueStream().forEach(each -> ideas.add(each.asString())));
            var wrong = new ArrayList<String>();
            book.path("languages").valueStream().forEach(language -> {
                ideas.stream().filter(idea -> language.path(idea).isEmpty()).forEach(idea -> wrong.add(language.path("tag") + " " + idea));
                language.valueStream().flatMap(JsonNode::valueStream).map(JsonNode::asString).filter(stem -> stem.isBlank()
                        || !stem.equals(Normalizer.normalize(stem.toLowerCase(Locale.ROOT), Normalizer.Form.NFC))).forEach(wrong::add);
            });
            assertEquals(List.of(), wrong, name);
        }
    }
}
