package org.mailmedic.practice;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// A client of its own that shares no line with the check-up: it says exactly what a test wants.
final class RawClient implements AutoCloseable {
    private static final int PATIENCE = 5_000;

    private final Socket raw = new Socket();
    private final int port;
    private Socket current = raw;
    private InputStream in;

    RawClient(PracticeServer server, int port) throws IOException {
        this.port = port;
        try {
            raw.connect(new InetSocketAddress(server.host(), port), PATIENCE);
            raw.setSoTimeout(PATIENCE);
            in = new BufferedInputStream(raw.getInputStream());
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    static RawClient plain(PracticeServer server) throws IOException {
        return new RawClient(server, server.plainPort());
    }

    /// Greeted, EHLO, STARTTLS, EHLO.
    static RawClient encrypted(PracticeServer server) throws IOException, GeneralSecurityException {
        var client = plain(server);
        client.expect("220");
        client.ask("EHLO client.test", "250");
        client.ask("STARTTLS", "220");
        client.encrypt(server);
        client.ask("EHLO client.test", "250");
        return client;
    }

    void patience(int millis) throws IOException {
        raw.setSoTimeout(millis);
    }

    void send(String line) throws IOException {
        write(line + "\r\n");
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        current.getOutputStream().write(bytes);
        current.getOutputStream().flush();
    }

    /// A whole reply, its lines parted by `\n`; null at the end of the stream.
    String reply() throws IOException {
        var reply = new StringBuilder();
        for (var line = line(); line != null; line = line()) {
            reply.append(reply.isEmpty() ? "" : "\n").append(line);
            if (!line.matches("[0-9]{3}-.*")) {
                return reply.toString();
            }
        }
        return reply.isEmpty() ? null : reply.toString();
    }

    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            line.write(next);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
            throw new ProtocolException("A line without CR");
        }
        return text.substring(0, text.length() - 1);
    }

    int read() throws IOException {
        return in.read();
    }

    byte[] read(int count) throws IOException {
        return in.readNBytes(count);
    }

    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    String expect(String start) throws IOException {
        var reply = reply();
        if (reply == null || !reply.startsWith(start)) {
            throw new AssertionError("Expected " + start + ", got " + reply);
        }
        return reply;
    }

    String ask(String line, String start) throws IOException {
        send(line);
        return expect(start);
    }

    /// What is asked in base64, without the 334.
    String challenge() throws IOException {
        var line = expect("334 ");
        return new String(Base64.getDecoder().decode(line.substring(4)), StandardCharsets.UTF_8);
    }

    void respond(String text) throws IOException {
        send(base64(text));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A handshake that the JDK judges as it would any server's, trusting only the practice authority.
    void encrypt(PracticeServer server) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("practice", server.authority());
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        handshake(server, factory.getTrustManagers());
    }

    /// A handshake that trusts everybody; returns the chain that was sent.
    List<X509Certificate> chain(PracticeServer server) throws IOException, GeneralSecurityException {
        handshake(server, new TrustManager[] {new Credulous()});
        return Arrays.stream(((SSLSocket) current).getSession().getPeerCertificates()).map(X509Certificate.class::cast).toList();
    }

    private void handshake(PracticeServer server, TrustManager[] trust) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        var tls = (SSLSocket) context.getSocketFactory().createSocket(raw, server.host(), port, true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        current = tls;
        in = new BufferedInputStream(tls.getInputStream());
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
