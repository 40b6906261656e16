package org.mailmedic.net.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.net.Network;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.net.web.HttpReply;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// A DNS server that is asked over HTTPS (RFC 8484), so that nothing on the way can answer in its place. Its certificate must prove it.
/// Thread-safe; each question has a connection of its own.
public final class DnsOverHttps implements DnsDoor {
    private static final int HTTPS = 443;
    private static final int OK = 200;

    private final URI address;
    private final Network network;
    private final TlsInspector tls;

    /// @param address such as `https://dns.example/dns-query`, as `ResolverAddress` accepts it
    public DnsOverHttps(URI address, Network network, TlsInspector tls) {
        this.address = address;
        this.network = network;
        this.tls = tls;
    }

    @Override
    public Message ask(Name name, int type, Deadline deadline) throws IOException {
        var question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        // makes the answer fit to be kept on the way (RFC 8484 §4.1)
        question.getHeader().setID(0);
        HttpReply reply = post(question.toWire(), deadline);
        if (reply.status() != OK) {
            throw new IOException("the name server said " + reply.status());
        }
        return new Message(reply.body());
    }

    private HttpReply post(byte[] question, Deadline deadline) throws IOException {
        String host = host();
        InetAddress where = where(host);
        int port = address.getPort() > 0 ? address.getPort() : HTTPS;
        try (Connection link = network.connect(new InetSocketAddress(where, port), deadline)) {
            link.until(deadline);
            var dialogue = new SmtpDialogue(link, new Transcript(network::nanoTime, network.nanoTime()));
            TlsInspector.Look look = tls.handshake(dialogue, host, literal(host), deadline);
            boolean proven = look.outcome().seen().isPresent() && look.certificate().map(CertificateFacts::verified).orElse(false);
            if (!proven) {
                throw new SocketException("TLS does not prove the name server");
            }
            link.write(request(host, question));
            return HttpReply.read(link, HttpReply.USUAL_BODY);
        } catch (GeneralSecurityException noTls) {
            throw new IOException("TLS is not available", noTls);
        }
    }

    /// Its name.
    String host() {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean literal(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /// A name is looked up the way this computer does it; without it the name server cannot be reached.
    private static InetAddress where(String host) throws IOException {
        return literal(host) ? InetAddress.ofLiteral(host)
                : Resolvers.system(host).seen().map(answer -> answer.addresses().getFirst())
                .orElseThrow(() -> new SocketException("there is no " + host));
    }

    private byte[] request(String host, byte[] question) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/dns-query" : address.getRawPath();
        String named = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + (address.getPort() > 0 ? ":" + address.getPort() : "");
        String head = String.join("\r\n", List.of("POST " + path + " HTTP/1.1", "Host: " + named, "User-Agent: Mail Medic",
                "Content-Type: application/dns-message", "Accept: application/dns-message", "Content-Length: " + question.length,
                "Connection: close", "", ""));
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        var all = new byte[start.length + question.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(question, 0, all, start.length, question.length);
        return all;
    }
}
