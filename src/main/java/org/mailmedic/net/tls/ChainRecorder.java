package org.mailmedic.net.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Keeps the chain that the server sent. It does not judge: see [TlsInspector] for why, and for who does.
public final class ChainRecorder extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> chain = List.of();

    List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) {
        chain = List.of(sent);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) {
        throw new IllegalStateException("this side is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        throw new IllegalStateException("this side is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) {
        throw new IllegalStateException("this side is never a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
