package org.mailmedic.practice;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.mailmedic.practice.fault.Need;

/// Walks through a dialogue as far as a fault's needs say and tells where it ended, in one line: the step, and how.
final class Walk {
    private static final int WHERE_SILENCE_IS_EXPECTED = 400;
    private static final int OTHERWISE = 20_000;
    private static final String MESSAGE = "From: <a@practice.test>\r\nDate: Fri, 2 Jan 2026 03:04:05 +0000\r\n\r\nHello\r\n.\r\n";

    private final PracticeServer server;
    private final String silentStep;
    private String step = "connect";

    /// @param silentStep the step that is expected to end in silence, which is not waited for long; empty for none
    Walk(PracticeServer server, String silentStep) {
        this.server = server;
        this.silentStep = silentStep;
    }

    String end() throws GeneralSecurityException {
        try (var client = new RawClient(server, server.port())) {
            return go(client);
        } catch (SocketTimeoutException e) {
            return step + " silence";
        } catch (ConnectException e) {
            return step + " refused";
        } catch (EOFException e) {
            return step + " closed";
        } catch (ProtocolException e) {
            return step + " not text";
        } catch (SSLException e) {
            return step + " " + handshake(e);
        } catch (SocketException e) {
            return step + " reset";
        } catch (Unexpected e) {
            return step + " " + e.getMessage();
        } catch (IOException e) {
            return step + " " + e;
        }
    }

    private String go(RawClient client) throws IOException, GeneralSecurityException {
        var security = server.security();
        if (security.equals("tls")) {
            enter(client, "encrypt");
            client.encrypt(server);
        }
        enter(client, "greeting");
        want(client, "220");
        enter(client, "hello");
        client.send("EHLO client.test");
        var offer = hello(client);
        if (security.equals("starttls")) {
            enter(client, "encrypt");
            if (!offer.toUpperCase(Locale.ROOT).contains("STARTTLS")) {
                throw new Unexpected("not offered");
            }
            client.send("STARTTLS");
            want(client, "220");
            if (client.hasMore()) {
                throw new Unexpected("injected");
            }
            client.encrypt(server);
            client.send("EHLO client.test");
            offer = want(client, "250");
        }
        var needs = server.fault().needs();
        if (needs.contains(Need.PASSWORD)) {
            signIn(client, offer, "PLAIN", "\0" + server.options().user() + "\0" + server.options().password());
        } else if (needs.contains(Need.TOKEN)) {
            signIn(client, offer, "XOAUTH2", "user=" + server.options().user() + "\1auth=Bearer " + server.options().token() + "\1\1");
        }
        if (needs.contains(Need.SENDER)) {
            enter(client, "sender");
            client.send("MAIL FROM:<person@practice.test>");
            want(client, "250");
        }
        if (needs.contains(Need.RECIPIENT)) {
            enter(client, "recipient");
            client.send("RCPT TO:<person@example.com>");
            want(client, "250");
        }
        if (needs.contains(Need.SEND)) {
            enter(client, "message");
            client.send("DATA");
            want(client, "354");
            client.write(MESSAGE);
            want(client, "250");
        }
        enter(client, "farewell");
        client.send("QUIT");
        want(client, "221");
        return "done";
    }

    private void enter(RawClient client, String next) throws IOException {
        step = next;
        client.patience(next.equals(silentStep) ? WHERE_SILENCE_IS_EXPECTED : OTHERWISE);
    }

    private static String hello(RawClient client) throws IOException {
        var reply = client.reply();
        if (reply != null && reply.startsWith("502")) {
            client.send("HELO client.test");
            reply = client.reply();
        }
        return judge(reply, "250");
    }

    private void signIn(RawClient client, String offer, String mechanism, String response) throws IOException {
        enter(client, "sign_in");
        var offered = offer.lines().filter(line -> line.contains("AUTH ")).findFirst().orElseThrow(() -> new Unexpected("not offered"));
        if (server.security().equals("none")) {
            throw new Unexpected("in plaintext");
        }
        if (!(offered + " ").contains(" " + mechanism + " ")) {
            throw new Unexpected("only " + offered.substring(offered.indexOf("AUTH ") + 5));
        }
        client.send("AUTH " + mechanism + " " + RawClient.base64(response));
        var reply = client.reply();
        if (reply != null && reply.startsWith("334")) {
            client.send("");
            reply = client.reply();
        }
        judge(reply, "235");
    }

    private static String want(RawClient client, String code) throws IOException {
        return judge(client.reply(), code);
    }

    private static String judge(String reply, String code) throws IOException {
        if (reply == null) {
            throw new EOFException();
        }
        if (!reply.startsWith(code)) {
            throw new Unexpected(reply.replace('\n', '|'));
        }
        return reply;
    }

    private static String handshake(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "certificate";
            }
            if (cause instanceof EOFException) {
                return "closed";
            }
            if (cause instanceof SocketTimeoutException) {
                return "silence";
            }
            if (cause instanceof SocketException) {
                return "reset";
            }
        }
        return e.getMessage();
    }

    private static final class Unexpected extends RuntimeException {
        Unexpected(String what) {
            super(what);
        }
    }
}
