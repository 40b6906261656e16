package org.mailmedic.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/// Hands out, by HTTP, the certificate that the mail server leaves out: its AIA address points here
/// (RFC 5280 §4.2.2.1).
final class IssuerDoor {
    static final String PATH = "/intermediate.cer";

    private static final int LINES = 100;

    private IssuerDoor() {}

    static void serve(Wire wire, Tls tls) throws IOException, GeneralSecurityException {
        var request = wire.readLine(Player.COMMAND_LIMIT, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < LINES && request != null; i++) {
            var header = wire.readLine(Player.COMMAND_LIMIT, StandardCharsets.ISO_8859_1);
            if (header == null || header.text().isEmpty()) {
                break;
            }
        }
        if (request != null && request.text().startsWith("GET " + PATH + " ")) {
            answer(wire, "200 OK", tls.identity().heldBack().getFirst());
        } else {
            answer(wire, "404 Not Found", null);
        }
        wire.drop();
    }

    private static void answer(Wire wire, String status, @Nullable X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        var body = certificate == null ? new byte[0] : certificate.getEncoded();
        wire.say("HTTP/1.1 " + status + "\nContent-Type: application/pkix-cert\nContent-Length: " + body.length + "\nConnection: close\n");
        wire.write(body);
    }
}
