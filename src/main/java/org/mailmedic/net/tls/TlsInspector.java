package org.mailmedic.net.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;
import org.mailmedic.evidence.CertificateFacts;
import org.mailmedic.evidence.Evidence.TlsSession;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Failures;
import org.mailmedic.net.transport.Note;

/// Shakes hands in TLS and looks closely: which version, which chain, and what came when it was not TLS at all.
///
/// The handshake itself accepts any chain, so that the chain can be captured and the dialogue can be listened to; whether it proves the
/// host is judged by [TrustJudge] right after it, and whoever holds a secret asks that verdict before sending anything.
public final class TlsInspector {
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;
    private static final int SERVER_HELLO = 2;

    private final TrustJudge judge;
    private final Supplier<Instant> clock;

    public TlsInspector(TrustJudge judge, Supplier<Instant> clock) {
        this.judge = judge;
        this.clock = clock;
    }

    /// @param certificate captured as soon as it came
    /// @param firstBytes  what came when it was no TLS; empty otherwise
    /// @param legacy      the old version that the server chose against our offer
    /// @param heard       whether anything came at all
    public record Look(Outcome<TlsSession> outcome, Optional<CertificateFacts> certificate, String firstBytes, Optional<String> legacy,
                       boolean heard) {}

    /// Upgrades `dialogue`'s connection, offering every group of the key exchange. After success everything said there is encrypted.
    ///
    /// @param host the name asked for: sent as SNI (RFC 6066 §3) unless it is an address, and compared with the certificate
    public Look handshake(SmtpDialogue dialogue, String host, boolean literal, Deadline deadline) throws GeneralSecurityException {
        return handshake(dialogue, host, literal, KeyExchangeGroups.ALL, deadline);
    }

    /// The same, offering some groups alone: a server that takes none of them turns away what it would take otherwise.
    public Look handshake(SmtpDialogue dialogue, String host, boolean literal, KeyExchangeGroups groups, Deadline deadline)
            throws GeneralSecurityException {
        var recorder = new ChainRecorder();
        var ours = new NoCertificate();
        Connection link = dialogue.link();
        link.until(deadline);
        link.watch();
        Outcome<TlsSession> outcome;
        try {
            // by its address: a name given here would be prepared for SNI once more, by tables that nothing else needs
            var tls = (SSLSocket) context(recorder, ours).getSocketFactory()
                    .createSocket(link.socket(), link.socket().getInetAddress().getHostAddress(), link.socket().getPort(), true);
            tls.setUseClientMode(true);
            tls.setSSLParameters(parameters(tls.getSSLParameters(), host, literal, groups));
            tls.startHandshake();
            dialogue.forget();
            link.upgraded(tls);
            var session = tls.getSession();
            dialogue.note(Note.TLS, session.getProtocol(), session.getCipherSuite());
            outcome = Outcome.of(new TlsSession(session.getProtocol(), session.getCipherSuite(), ours.asked()));
        } catch (IOException problem) {
            outcome = Outcome.failed(failure(problem, link.watchedBytes()), Failures.raw(problem));
            dialogue.note(Note.TLS_ENDED, Failures.raw(problem));
        }
        List<X509Certificate> chain = recorder.chain();
        Optional<CertificateFacts> facts = chain.isEmpty() ? Optional.empty()
                : Optional.of(judge.judge(chain, host, literal, clock.get()));
        boolean notTls = outcome.failed(Failure.NOT_TLS);
        return new Look(outcome, facts, notTls ? link.firstBytes() : "", chosenLegacy(link.watchedBytes()),
                link.watchedBytes().length > 0);
    }

    /// Writes a ClientHello for nobody, so that the next handshake finds Java's TLS loaded and its arithmetic compiled.
    public static void rehearse() {
        try {
            SSLEngine engine = context(new ChainRecorder(), new NoCertificate()).createSSLEngine();
            engine.setUseClientMode(true);
            engine.setSSLParameters(parameters(engine.getSSLParameters(), "mail.example.org", false, KeyExchangeGroups.X25519_ALONE));
            engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException later) {
            // the handshake itself will say it, with all it knows
        }
    }

    static SSLContext context(ChainRecorder recorder, NoCertificate ours) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {ours}, new TrustManager[] {recorder}, null);
        // every ticket of a server would be kept as a session (RFC 8446 §4.6.1), however many it sends
        context.getClientSessionContext().setSessionCacheSize(1);
        return context;
    }

    private static SSLParameters parameters(SSLParameters given, String host, boolean literal, KeyExchangeGroups groups) {
        if (!literal && host.indexOf('.') > 0) {
            given.setServerNames(List.of(new ReadyName(host)));
        }
        given.setNamedGroups(groups.names());
        return given;
    }

    /// A host name for SNI that is in ASCII already. The JDK's own class loads the tables of all scripts to make sure of that.
    private static final class ReadyName extends SNIServerName {
        ReadyName(String host) {
            super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Looks at what came on the wire first; the exception's type only decides where nothing came.
    private static Failure failure(IOException problem, byte[] came) {
        if (came.length > 0 && (came[0] < 0x14 || came[0] > 0x17)) {
            return Failure.NOT_TLS;
        }
        if (problem instanceof SocketTimeoutException || problem.getCause() instanceof SocketTimeoutException) {
            return Failure.TIMEOUT;
        }
        if (problem instanceof EOFException || problem.getCause() instanceof EOFException) {
            return Failure.CLOSED;
        }
        if (problem instanceof SocketException) {
            return Failures.<Void>talking(problem).failure().orElse(Failure.OTHER);
        }
        if (problem.getCause() instanceof SocketException below) {
            return Failures.<Void>talking(below).failure().orElse(Failure.OTHER);
        }
        if (came.length > 0 && came[0] == ALERT || String.valueOf(problem.getMessage()).contains("fatal alert")) {
            return Failure.TLS_ALERT;
        }
        return came.length == 0 && problem instanceof SSLException ? Failure.TLS_NO_COMMON : Failure.TLS_BROKEN;
    }

    /// The version in the ServerHello (RFC 5246 §7.4.1.3), when it is older than TLS 1.2.
    static Optional<String> chosenLegacy(byte[] came) {
        if (came.length < 11 || came[0] != HANDSHAKE || came[5] != SERVER_HELLO || came[9] != 3) {
            return Optional.empty();
        }
        return switch (came[10]) {
            case 0 -> Optional.of("SSLv3");
            case 1 -> Optional.of("TLSv1");
            case 2 -> Optional.of("TLSv1.1");
            default -> Optional.empty();
        };
    }
}
