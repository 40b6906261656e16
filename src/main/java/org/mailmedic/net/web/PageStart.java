package org.mailmedic.net.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.net.Network;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Printable;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.settings.HostName;

/// Fetches the beginning of one page, directly and without following anything. Spoken by ourselves ([HttpReply]), since what answers may be
/// a captive portal, and the JDK's client can be led on by one without an end.
public final class PageStart {
    private static final int MOST = 4096;
    private static final int MOST_ADDRESSES = 2;
    /// 2025-01-01
    private static final long EARLIEST_MS = 1_735_689_600_000L;

    /// @param location where it would send a browser; empty when nowhere
    /// @param dateMs   the `Date` header in milliseconds since 1970; 0 when there is none
    public record Answer(int status, String location, String body, long dateMs) {}

    private final Network network;
    private final TlsInspector tls;

    public PageStart(Network network, TlsInspector tls) {
        this.network = network;
        this.tls = tls;
    }

    /// @param anyCertificate whether the certificate is left unchecked: right where only the `Date` header is looked at, since a wrong
    ///                       clock makes every certificate look wrong
    public Answer get(String url, boolean anyCertificate, Deadline deadline) throws IOException {
        URI address = BoundedDocument.address(url);
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        String host = BoundedDocument.host(address);
        int port = BoundedDocument.port(address) > 0 ? BoundedDocument.port(address) : https ? 443 : 80;
        IOException last = new UnknownHostException(host);
        for (InetAddress each : Arrays.stream(InetAddress.getAllByName(host)).limit(MOST_ADDRESSES).toList()) {
            Connection link;
            try {
                link = network.connect(new InetSocketAddress(each, port), deadline);
            } catch (IOException noWay) {
                last = noWay;
                continue;
            }
            try (link) {
                link.until(deadline);
                if (https) {
                    secure(link, host, anyCertificate, deadline);
                }
                link.write(BoundedDocument.request(address, host, "*/*").getBytes(StandardCharsets.US_ASCII));
                HttpReply reply = HttpReply.beginning(link, MOST);
                return new Answer(reply.status(), Printable.of(reply.location(), 200),
                        Printable.of(new String(reply.body(), StandardCharsets.UTF_8).strip(), 200), date(reply.date()));
            }
        }
        throw last;
    }

    private void secure(Connection link, String host, boolean anyCertificate, Deadline deadline) throws IOException {
        boolean literal = HostName.read(host) instanceof HostName.Usable(var _, var isLiteral) && isLiteral;
        try {
            var dialogue = new SmtpDialogue(link, new Transcript(network::nanoTime, network.nanoTime()));
            TlsInspector.Look look = tls.handshake(dialogue, host, literal, deadline);
            if (look.outcome().seen().isEmpty()) {
                throw new IOException("TLS does not come about");
            }
            if (!anyCertificate && !look.certificate().map(CertificateFacts::verified).orElse(false)) {
                throw new IOException("the certificate does not prove " + host);
            }
        } catch (GeneralSecurityException noTls) {
            throw new IOException("TLS is not available", noTls);
        }
    }

    /// RFC 9110 §5.6.7. Nothing before this program was made can be true.
    static long date(String header) {
        try {
            long date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)).toInstant()
                    .toEpochMilli();
            return date < EARLIEST_MS ? 0 : date;
        } catch (DateTimeException | ArithmeticException senseless) {
            return 0;
        }
    }
}
