package org.mailmedic.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.mailmedic.net.tls.ChainRecorder;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Printable;

/// Fetches the beginning of one page, directly and without following anything.
public final class PageStart {
    private static final int MOST = 4096;

    /// @param location where it would send a browser; empty when nowhere
    /// @param dateMs   the `Date` header in milliseconds since 1970; 0 when there is none
    public record Answer(int status, String location, String body, long dateMs) {}

    private PageStart() {}

    /// @param anyCertificate whether the certificate is left unchecked: right where only the `Date` header is looked at, since a wrong
    ///                       clock makes every certificate look wrong
    public static Answer get(String url, boolean anyCertificate, Deadline deadline) throws IOException {
        HttpURLConnection connection;
        try {
            connection = (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
        } catch (IllegalArgumentException | ClassCastException notWeb) {
            throw new IOException("not a web address");
        }
        if (anyCertificate && connection instanceof HttpsURLConnection https) {
            acceptAny(https);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(deadline.millisOrThrow());
        connection.setReadTimeout(deadline.millisOrThrow());
        connection.setRequestProperty("User-Agent", "Mail Medic");
        try {
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            return new Answer(status, location == null ? "" : Printable.of(location, 200), body(connection, status), connection.getDate());
        } finally {
            connection.disconnect();
        }
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return in == null ? "" : Printable.of(new String(in.readNBytes(MOST), StandardCharsets.UTF_8).strip(), 200);
        }
    }

    private static void acceptAny(HttpsURLConnection connection) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ChainRecorder()}, null);
            connection.setSSLSocketFactory(context.getSocketFactory());
            connection.setHostnameVerifier((_, _) -> true);
        } catch (GeneralSecurityException noTls) {
            throw new IOException("TLS is not available", noTls);
        }
    }
}
