package org.mailmedic.lab.peer;

import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.xbill.DNS.Message;

/// A resolver that is asked over HTTPS (RFC 8484).
public record HttpsNameServer(SSLContext identity, Zone zone) implements Conversation {
    @Override
    public void with(Line line) throws IOException {
        line.encrypt(identity);
        int length = 0;
        for (String header = line.hear(); header != null && !header.isEmpty(); header = line.hear()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] answer = zone.answer(new Message(line.socket().getInputStream().readNBytes(length)));
        line.send("HTTP/1.1 200 OK\r\nContent-Type: application/dns-message\r\nContent-Length: " + answer.length + "\r\n\r\n");
        line.socket().getOutputStream().write(answer);
        line.socket().getOutputStream().flush();
    }
}
