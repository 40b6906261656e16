package org.mailmedic.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.diagnosis.Code;
import tools.jackson.databind.json.JsonMapper;

final class ExplainerTest {
    private static final Explainer EXPLAINER = new Explainer();

    private static String headline(String text) {
        return EXPLAINER.explain(text).causes().getFirst().finding().code().id();
    }

    private static String headline(byte[] text) {
        return EXPLAINER.explain(text).causes().getFirst().finding().code().id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        dns.not_found | Mail konnte nicht gesendet werden: getaddrinfo ENOTFOUND mail.shop.example
        dns.no_address | queryMx ENODATA kontor.example while sending mail
        dns.server_failure | smtp: lookup mail.shop.example: server misbehaving
        dns.timeout | smtp: dial tcp: lookup mail.shop.example: i/o timeout
        tcp.refused | SMTP: connect ECONNREFUSED 198.51.100.7:587
        tcp.timeout | dial tcp 198.51.100.7:587: i/o timeout
        tcp.unreachable | smtplib: [Errno 113] No route to host
        tcp.reset | nodemailer: read ECONNRESET
        port.blocked_by_device | stream_socket_client(): unable to connect to mail.shop.example:587 (Permission denied)
        network.offline | Mail: The Internet connection appears to be offline.
        settings.host_invalid | dial tcp: address mail.shop.example: missing port in address
        settings.missing | Error: Missing credentials for "LOGIN" (nodemailer)
        smtp.greeting_timeout | postfix/smtp[12]: conversation with mx.shop.example[198.51.100.7] timed out while receiving the initial server greeting
        smtp.not_smtp | Invalid greeting. response=HTTP/1.1 200 OK
        smtp.dropped | lost connection with mx.shop.example[198.51.100.7] while sending MAIL FROM
        smtp.stalled | jakarta.mail: java.net.SocketTimeoutException: Read timed out
        smtp.overloaded | 421 4.3.2 Too many open connections
        smtp.server_error | 451 4.3.0 Temporary lookup failure
        smtp.hello_rejected | 504 5.5.2 <desk>: Helo command rejected: need fully-qualified hostname
        smtp.no_reverse_dns | 550 5.7.25 The IP address sending this message does not have a PTR record setup
        smtp.rejected_by_server | 554 5.7.1 <mail.shop.example[198.51.100.7]>: Client host rejected: go away
        tls.mode_mismatch | [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)
        tls.starttls_missing | The SMTP server does not support the STARTTLS extension.
        tls.starttls_required | 530 5.7.0 Must issue a STARTTLS command first
        tls.handshake_failed | smtp: remote error: tls: handshake failure
        tls.version_too_old | smtp: tls: server selected unsupported protocol version 301
        tls.cert_expired | SMTP: x509: certificate has expired or is not yet valid: current time 2026-03-01T10:00:00Z is after 2026-02-20T23:59:59Z
        tls.cert_not_yet_valid | SMTP: x509: certificate has expired or is not yet valid: current time 2016-03-01T10:00:00Z is before 2026-02-20T23:59:59Z
        tls.cert_untrusted | smtp: x509: certificate signed by unknown authority
        tls.cert_name_mismatch | smtp: x509: certificate is valid for *.hoster.example, not mail.shop.example
        tls.intercepted | nodemailer: self-signed certificate in certificate chain
        auth.bad_credentials | 535 5.7.8 Error: authentication failed
        auth.app_password_required | 534-5.7.9 Application-specific password required
        auth.disabled_by_provider | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant
        auth.oauth_required | 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.
        auth.mechanism_unsupported | 504 5.7.4 Unrecognized authentication type
        auth.not_offered | smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.
        auth.required | 530 5.7.0 Authentication required
        auth.too_many_attempts | 454 4.7.0 Too many login attempts, please try again later
        auth.account_suspended | 535 5.7.0 Your account has been suspended
        auth.temporary_failure | 454 4.7.0 Temporary authentication failure
        auth.needs_encryption | 538 5.7.11 Encryption required for requested authentication mechanism
        send.sender_rejected | 553 5.7.1 <a@shop.example>: Sender address rejected: not owned by user b@shop.example
        send.recipient_rejected | 550 5.1.1 <x@kontor.example>: Recipient address rejected: User unknown
        send.relay_denied | 554 5.7.1 <x@kontor.example>: Relay access denied
        send.message_too_big | 552 5.3.4 Message size exceeds fixed limit
        send.message_malformed | 550 5.7.1 This message is not RFC 5322 compliant
        send.too_many_recipients | 452 4.5.3 Too many recipients
        send.rate_limited | 450 4.7.1 You are sending too fast, slow down
        send.quota_exceeded | 550 5.4.5 Daily user sending limit exceeded
        send.greylisted | 451 4.7.1 Greylisted, please try again in 300 seconds
        send.content_rejected | 554 5.7.1 This message has been identified as spam
        send.policy_rejected | 550 5.7.26 This mail is unauthenticated: DKIM did not pass, SPF did not pass
        send.blocklisted | 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using bl.spamcop.net
        send.mailbox_full | 552 5.2.2 Mailbox full
        send.mail_loop | 554 5.4.14 Hop count exceeded - possible mail loop
        app.config_error | Extension missing: openssl
        unknown | The mail server is new and shiny.
        """)
    void everyCodeThatATextCanShow(String code, String text) {
        assertEquals(code, headline(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        auth.required | postfix/smtp[7]: A1: to=<a@shop.example>, relay=mx.shop.example[198.51.100.7]:587, dsn=5.1.0, status=bounced (host mx.shop.example[198.51.100.7] said: 550 5.1.0 Authentication required (in reply to MAIL FROM command))
        send.relay_denied | OutboundConnectionResponse SMTPSVC1 - 550+5.7.1+Unable+to+relay+for+a@shop.example
        send.recipient_rejected | 2026-02-03 10:00:01 H=(desk) [198.51.100.7] F=<a@shop.example> rejected RCPT <b@shop.example>: No such user here
        send.recipient_rejected | postfix/pipe[9]: A1: to=<a@shop.example>, relay=dovecot, dsn=5.1.1, status=bounced (user unknown)
        send.recipient_rejected | 2026-02-03T10:00:01.123Z,198.51.100.7,mail,,EX01,,,SMTP,FAIL,1,<i@shop.example>,,a@shop.example,550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup,50
        send.sender_rejected | msmtp: envelope from address desk not accepted by the server; server message: 501 5.1.7 Invalid address
        tcp.timeout | LastError: [{LED=441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060."};{FQDN=mx.shop.example};{IP=198.51.100.7}]
        auth.bad_credentials | curl: (67) Login denied
        tls.cert_untrusted | curl: (60) SSL certificate problem: unable to get local issuer certificate, smtps://mail.shop.example:465
        smtp.dropped | SMTP ERROR: EHLO command failed: SMTP NOTICE: EOF caught while checking if connected
        send.recipient_rejected | <<< 550 User not found in database
        auth.app_password_required | Expected response code "235" but got code "534", with message "534-5.7.9 Application-specific password required. See 534 5.7.9 https://support.example/mail/?p=x"
        send.sender_rejected | Mail: <a@shop.example>: Sender address rejected: Domain not found (in reply to RCPT TO command)
        send.quota_exceeded | SendGrid: {"errors":[{"message":"Maximum credits exceeded","field":null,"help":null}]}
        auth.disabled_by_provider | 525 5.7.1 Unauthorized IP address. Add it at https://app.brevo.example/security
        auth.account_suspended | Mailgun\\HttpClientException: Error: Domain a.mailgun.org is not allowed to send: Free accounts are for test purposes only. Please upgrade.
        send.recipient_rejected | @4000000065b1c0de1234abcd delivery 13: failure: 198.51.100.7_does_not_like_recipient./Remote_host_said:_550_5.1.1_unknown_user/
        send.recipient_rejected | sm-mta[3]: q1: to=<a@shop.example>, relay=mx.shop.example. [198.51.100.7], dsn=5.1.1, stat=User unknown
        smtp.server_error | transfer[3]: relay: TempFail for 6a: to=a@shop.example, delay=2s, stat=451 Temporary failure in the system
        send.sender_rejected | SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail: Sender is not allowed to use address i@shop.example, SMTP code: 550 Additional SMTP info: 5.7.1
        auth.bad_credentials | DEBUG SMTP: AUTH PLAIN failed
        send.quota_exceeded | 554 5.7.1 <a@shop.example>: Recipient address rejected: Outgoing mail limit exceeded for the mailbox
        tcp.unreachable | fatal: [desk]: FAILED! => {"changed": false, "msg": "Failed to send community.general.mail: [Errno 113] No route to host"}
        auth.app_password_required | QQ: 535 Login Fail. Please enter your authorization code to login. More in http://service.mail.shop.example/cgi?id=28
        auth.temporary_failure | dovecot: auth: Error: mysql(localhost): Connect failed to database (mail): Can't connect to local MySQL server
        send.recipient_rejected | 550 Adresáta neznáme: uživatel neexistuje
        tcp.timeout | @4000000065b1c0de1234abcd delivery 12: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/
        """)
    void whateverStandsAroundTheReply(String code, String text) {
        assertEquals(code, headline(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLSTATE[HY000] [2002] Connection refused (SQL: select * from `users` where `email` = a@shop.example)",
        "curl: (60) SSL certificate problem: unable to get local issuer certificate", "sendMessage failed: 503 at 14:03",
        "{\"errors\":[{\"message\":\"Field 'email' is required\"}]}", "imaplib.IMAP4.error: [AUTHENTICATIONFAILED] Authentication failed.",
        "ProFTPD: 530 Login incorrect.", "The connection to the database was lost.", "Sent mails: 450, failed: 12",
        "E-mails: 500 sent, 12 not delivered", "El paquete no se pudo entregar porque la dirección es incorrecta.",
        "2026/02/03 10:00:00 [info] 12#0: *5 upstream timed out (110: Connection timed out) while reading, client: 198.51.100.7, server: mail.shop.example, request: \"GET / HTTP/1.1\"",
        "2026/02/03 10:00:00 [error] 3#3: *9 open() \"/srv/mail\" failed (2: No such file or directory), client: 198.51.100.7, server: desk, request: \"GET /mail HTTP/1.1\"",
        "E AssertionError: expected 250 got 550\nFAILED tests/test_api.py::test_price", "**What does 550 mean?** The mailbox does not exist.",
        "GET /mail/test 502 Bad Gateway upstream timed out (110: Connection timed out) while connecting to upstream",
        "Connection to tcp://10.0.0.5:5432 failed: Connection refused (PostgreSQL) in mailman-web startup",
        "Das Zertifikat für www.shop.example ist ungültig. Firefox hat die Verbindung blockiert.",
        "Le colis a été refusé par le destinataire.", "{\"detail\":\"Authentication credentials were not provided.\"}",
        "{\"message\":\"Maximum upload size exceeded\",\"status\":413}",
        "Traceback (most recent call last):\n  File \"train.py\", line 12\nValueError: could not convert string to float: 'mail'",
        "ssh: connect to host mail.shop.example port 22: Connection refused", "Disk quota exceeded: /home/a/Videos (tar: write error)",
        "- Docs: explain what the reply 550 5.7.26 means", "fix(mail): map 552 to TooLarge and 550 to RecipientRejected",
        "def send_mail(to):\n    # raise SMTPAuthenticationError when the login is refused\n    smtp.login(user, password)"})
    void whatIsAboutSomethingElse(String text) {
        assertEquals("unknown", headline(text), text);
    }

    /// At 21, 22 and 53 minutes or seconds a clock looks like a host and the port of another service.
    @ParameterizedTest
    @ValueSource(strings = {"10:11:22", "10:22:11", "09:53", "23:59:21", "08:08:43"})
    void aClockIsNoPort(String clock) {
        assertEquals("auth.bad_credentials", headline("2026-02-03 " + clock + " authenticator failed for (desk): 535 Incorrect authentication data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If the server answers with 550 5.1.1 User unknown, our importer skips the row.",
        "Our handbook gives '452 4.2.2 Mailbox full' as an example of a reply that is only for now.",
        "Bert wrote last week that he got '554 5.7.1 Relay access denied', but that was another machine."})
    void whatIsOnlySpokenOfIsNoRefusal(String text) {
        assertEquals("unknown", headline(text), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        send.recipient_rejected | Since yesterday all my mails come back with '550 5.1.1 User unknown', what does that mean
        send.mailbox_full | The mail server answered '452 4.2.2 Mailbox full' when I wrote to Bert, but his box is empty
        send.relay_denied | Bert wrote that he cannot send, the program shows 554 5.7.1 Relay access denied
        """)
    void whatSomebodyIsToldNowIsOne(String code, String text) {
        assertEquals(code, headline(text), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        send.mailbox_full | Ihre Nachricht an bert@kontor.example wurde nicht zugestellt: Das Postfach hat sein Speicherlimit erreicht.
        send.recipient_rejected | Votre message n'a pas pu être remis : l'adresse du destinataire est introuvable.
        send.message_too_big | Su mensaje no se ha entregado. El tamaño del mensaje supera el límite.
        send.mailbox_full | Il messaggio a bert@kontor.example non è stato consegnato: la casella è piena.
        send.content_rejected | A sua mensagem não foi entregue: mensagem classificada como spam
        send.mailbox_full | Uw bericht is niet bezorgd omdat het postvak vol is.
        send.recipient_rejected | Twoja wiadomość nie została dostarczona. Konto bert nie istnieje.
        send.mailbox_full | Сообщение не доставлено: почтовый ящик получателя переполнен
        send.recipient_rejected | 以下の宛先に配信できませんでした。bert@kontor.example は登録されていません（宛先不明）
        dns.not_found | 退信原因：域名 kontor.example 不存在
        send.recipient_rejected | Ditt meddelande till bert@kontor.example kunde inte levereras. Orsak: mottagaren finns inte.
        send.mailbox_full | 보내신 메일이 전송되지 못했습니다. 수신자의 메일함 용량이 초과되었습니다.
        send.policy_rejected | Vaši zprávu nebylo možné doručit: nesplňuje politiku DMARC domény odesílatele.
        """)
    void bouncesWithoutAnyFormInOtherLanguages(String code, String text) {
        assertEquals(code, headline(text), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        send.content_rejected | 550 <a@shop.example>: Reject due to policy restrictions (header based)
        send.recipient_rejected | 550 this mailbox is not for you
        send.blocklisted | 550 permanent failure for one or more recipients (a@shop.example:blocked)
        smtp.hello_rejected | HELO/EHLO rejected.
        send.content_rejected | 554 5.7.1 Nachricht wurde als Spam erkannt und abgelehnt
        send.message_too_big | 552 Message trop volumineux (taille maximale 20 Mo)
        auth.bad_credentials | 535 Aanmelding mislukt: onjuiste gebruikersnaam of wachtwoord
        send.mailbox_full | 552 Mailbox van ontvanger is vol
        auth.required | Der Server verlangt eine Anmeldung (SMTP-AUTH), bevor E-Mails verschickt werden dürfen.
        """)
    void aRefusalThatStandsByItself(String code, String text) {
        assertEquals(code, headline(text));
    }

    @Test
    void sendmailTellsTheOtherServersStatusBesideItsOwnWords() {
        String line = "Nov 28 10:11:12 mx sm-mta[123]: xASABCDE012345: to=<a@shop.example>, mailer=esmtp, relay=mx.shop.example. "
                + "[198.51.100.7], dsn=%s, stat=Service unavailable";

        assertEquals("send.mailbox_full", headline(line.formatted("5.2.2")));
        assertEquals("send.recipient_rejected", headline(line.formatted("5.1.1")));
    }

    @Test
    void aBounceTellsNothingOfTheSettings() {
        assertEquals("dns.not_found", headline("""
            From: MAILER-DAEMON@mx.shop.example
            To: a@shop.example
            Subject: Undelivered mail

            |------------------- Failed addresses follow: -------------------|
             <b@shop.invalid> ... Illegal host/domain name found
            """));
    }

    @Test
    void aWrapperNeverHidesWhatStandsInside() {
        var explanation = EXPLAINER.explain("SMTP connect() failed.\nstream_socket_client(): unable to connect to mail.shop.example:465 (Connection refused)\nSMTP Error: Could not connect to SMTP host.");
        assertEquals("tcp.refused", explanation.causes().getFirst().finding().code().id());
    }

    @Test
    void aPrefaceIsTheReplyThatItQuotes() {
        assertEquals("auth.required", headline("CDO: The server rejected the sender address. The server response was: 530 5.7.1 Client was "
                + "not authenticated"));
        assertEquals("send.sender_rejected", headline("CDO: The server rejected the sender address. Mail was kept in the outbox."));
    }

    @Test
    void twoIndependentCausesAreTwo() {
        var codes = EXPLAINER.explain("Mar 1 10:00:00 mail postfix/smtp[1]: A1: to=<a@x.example>, status=deferred (connect to mx.x.example[198.51.100.7]:25: Connection refused)\n"
                + "Mar 1 10:00:01 mail postfix/smtp[2]: A2: to=<b@y.example>, status=bounced (host mx.y.example[198.51.100.8] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))")
                .causes().stream().map(cause -> cause.finding().code()).toList();
        assertTrue(codes.contains(Code.TCP_REFUSED) && codes.contains(Code.SEND_MAILBOX_FULL), codes.toString());
    }

    @Test
    void whatTheTextCannotDecideIsSaidToBeUnsure() {
        var causes = EXPLAINER.explain("535-5.7.8 Username and Password not accepted. - gsmtp").causes();
        assertEquals(Code.AUTH_BAD_CREDENTIALS, causes.getFirst().finding().code());
        assertTrue(causes.getFirst().finding().confidence() < 0.9);
        assertTrue(causes.stream().anyMatch(cause -> cause.finding().code() == Code.AUTH_APP_PASSWORD_REQUIRED));
    }

    @Test
    void readsTheFactsAndWhereTheyStand() {
        String text = "😀 Connection: opening to ssl://mail.shop.example:465\nSERVER -> CLIENT: 535 5.7.8 Error: authentication failed";
        var explanation = EXPLAINER.explain(text);
        var found = explanation.found();
        assertEquals(Optional.of("mail.shop.example"), found.host());
        assertEquals(465, found.port());
        assertEquals(Optional.of("tls"), found.security());
        assertEquals(Optional.of("PHPMailer"), found.program());
        assertEquals(535, found.reply());
        assertEquals(Optional.of("5.7.8"), found.enhanced());
        assertEquals(Optional.of("sign_in"), found.stage());
        TextMark host = explanation.marks().stream().filter(mark -> mark.what().equals("host")).findFirst().orElseThrow();
        int[] points = text.codePoints().toArray();
        assertEquals("mail.shop.example", new String(points, host.from(), host.to() - host.from()));
    }

    @Test
    void laterAndNoAreToldApart() {
        assertEquals("later", EXPLAINER.explain("450 4.7.1 Greylisted, try again").causes().getFirst().finding().facts().get("finality"));
        assertEquals("no", EXPLAINER.explain("550 5.1.1 User unknown").causes().getFirst().finding().facts().get("finality"));
    }

    @Test
    void readsOldCodePagesAndWideText() {
        String russian = "SMTP: 535 5.7.8 Неверный логин или пароль";
        for (String page : List.of("UTF-8", "windows-1251", "KOI8-R", "UTF-16LE", "UTF-16")) {
            assertEquals("auth.bad_credentials", headline(russian.getBytes(Charset.forName(page))), page);
        }
        assertEquals("send.blocklisted", headline("SMTP: 550 IP 在黑名单中".getBytes(Charset.forName("GB18030"))));
        assertEquals("send.mailbox_full", headline("SMTP: RCPT TO: 550 メールボックスが一杯です".getBytes(Charset.forName("Shift_JIS"))));
    }

    @Test
    void theSameInEveryWrapping() {
        String said = "535 5.7.8 Error: authentication failed";
        for (String text : List.of("\u001b[31m" + said + "\u001b[0m", "> " + said, "<p>Mail</p><br>" + said + "<br>", "{\"error\":\"SMTP\\n"
                + said + "\\n\",\"path\":\"a\\/b\"}",
                "mail_1  | 2026-03-01T10:00:00Z " + said, "Mar 01 10:00:00 host app[42]: " + said, "1  mail\n2  " + said + "\n3  end", said
                        + "\r", "SMTP:\r\n" + said + "\r\n")) {
            assertEquals("auth.bad_credentials", headline(text), text);
        }
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        String password = "Vogel-Tee-4711";
        String plain = Base64.getEncoder().encodeToString(("\0anna@shop.example\0" + password).getBytes(StandardCharsets.UTF_8));
        String login = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
        for (String text : List.of("CLIENT -> SERVER: AUTH PLAIN " + plain + "\nSERVER -> CLIENT: 535 5.7.8 Authentication failed for "
                + password,
                "334 UGFzc3dvcmQ6\n" + login + "\n535 5.7.8 Authentication failed " + login,
                "password=" + password + " 535 5.7.8 authentication failed with " + password,
                "smtp://anna:" + password + "@mail.shop.example:587 535 5.7.8 authentication failed",
                "SMTP 535 5.7.8 Authentication failed: https://mail.example/reset?token=" + login)) {
            String told = EXPLAINER.explain(text).toString();
            assertFalse(told.contains(password) || told.contains(login) || told.contains(plain), told);
        }
    }

    @Test
    void nothingWrongComesOutUnknown() throws IOException {
        var recognised = new ArrayList<String>();
        int all = 0;
        try (InputStream in = ExplainerTest.class.getResourceAsStream("nothing-wrong.jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                var text = JsonMapper.shared().readTree(line);
                all++;
                if (EXPLAINER.explain(text.path("text").asString()).recognised()) {
                    recognised.add(text.path("name").asString());
                }
            }
        }
        assertTrue(all >= 200);
        assertEquals(List.of(), recognised);
    }

    @Test
    void hostileTextsAreReadInBoundedWork() {
        Stream.of("\0".repeat(100_000), "550 5.1.1 ".repeat(3_000), "a".repeat(30_000), "<".repeat(5_000), "said: ".repeat(2_000),
                "From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n"
                + "--x\nContent-Type: multipart/mixed; boundary=x\n\n".repeat(10_000), "\\n\\\"".repeat(4_000), "\uD800".repeat(1000),
                "mail " + "connect ".repeat(2_000) + "timed out")
            .forEach(text -> assertFalse(EXPLAINER.explain(text).causes().isEmpty()));
    }

    private static final String HEALTHY = "Nov 27 09:00:01 web postfix/smtp[812]: 4D1A2B3C01: to=<anna@good.example>, "
            + "relay=mx.good.example[192.0.2.10]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n";
    private static final String SENDER = "Nov 27 09:00:02 web postfix/qmgr[700]: 4D1A2B3C02: from=<shop@sender.example>, size=900, "
            + "nrcpt=1 (queue active)\n";
    private static final String BOUNCED = "Nov 27 09:00:04 web postfix/smtp[812]: 4D1A2B3C02: to=<bert@bad.example>, "
            + "relay=mx.bad.example[192.0.2.20]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced "
            + "(host mx.bad.example[192.0.2.20] said: 550 5.1.1 <bert@bad.example>: user unknown (in reply to RCPT TO command))\n";

    /// The company that is asked must be the one whose server refused, whatever stands on the lines around.
    @Test
    void theFactsAreThoseOfTheLineThatDecided() {
        for (String log : List.of(HEALTHY + SENDER + BOUNCED, BOUNCED + SENDER + HEALTHY, HEALTHY + BOUNCED + HEALTHY.replace("C01", "C03")
                + SENDER)) {
            Explanation read = EXPLAINER.explain(log);
            assertEquals(Code.SEND_RECIPIENT_REJECTED, read.causes().getFirst().finding().code(), log);
            assertEquals(Optional.of("mx.bad.example"), read.found().host(), log);
            assertEquals(Optional.of("shop@sender.example"), read.found().from(), log);
            assertEquals(Optional.of("bert@bad.example"), read.found().to(), log);
            for (TextMark mark : read.marks()) {
                String marked = log.substring(mark.from(), mark.to());
                assertTrue(!mark.what().equals("host") || marked.equals("mx.bad.example"), marked);
            }
        }
    }

    /// A line that names no server has none from another line.
    @Test
    void aLineWithoutAServerBorrowsNone() {
        String late = "Nov 27 09:05:04 web postfix/qmgr[700]: 4D1A2B3C04: to=<c@late.example>, relay=none, delay=9, delays=9/0/0/0, "
                + "dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=late.example type=MX: Host not "
                + "found, try again)\n";
        assertEquals(Optional.empty(), EXPLAINER.explain(HEALTHY + late).found().host());
    }
}
