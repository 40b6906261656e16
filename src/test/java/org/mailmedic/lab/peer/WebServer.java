package org.mailmedic.lab.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// A web server that gives the same page to everybody.
///
/// @param status  the line after `HTTP/1.1`
/// @param headers further header lines, each with its line end
/// @param body    the page
/// @param clock   how far its clock is ahead of the true one
public record WebServer(String status, String headers, String body, Duration clock) implements Conversation {
    /// The page that portal checks look for.
    public static WebServer noContent() {
        return new WebServer("204 No Content", "", "", Duration.ZERO);
    }

    public static WebServer page(String body) {
        return new WebServer("200 OK", "Content-Type: text/html\r\n", body, Duration.ZERO);
    }

    public static WebServer redirect(String to) {
        return new WebServer("302 Found", "Location: " + to + "\r\n", "", Duration.ZERO);
    }

    /// A certificate, as the addresses in certificates serve them (RFC 5280 §4.2.2.1).
    public static WebServer certificate(byte[] der) {
        return new WebServer("200 OK", "Content-Type: application/pkix-cert\r\n", new String(der, StandardCharsets.ISO_8859_1),
                Duration.ZERO);
    }

    public WebServer ahead(Duration time) {
        return new WebServer(status, headers, body, time);
    }

    @Override
    public void with(Line line) throws IOException {
        for (String header = line.hear(); header != null && !header.isEmpty(); header = line.hear()) {
            // Whatever is asked gets the one page.
        }
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(clock));
        line.send("HTTP/1.1 " + status + "\r\nDate: " + date + "\r\n" + headers + "Content-Length: "
            + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\nConnection: close\r\n\r\n" + body);
    }
}
