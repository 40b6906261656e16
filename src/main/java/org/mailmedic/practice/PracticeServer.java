package org.mailmedic.practice;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.mailmedic.practice.certificate.IdentityKind;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.sasl.Account;
import org.mailmedic.practice.script.TlsManner;

/// A mail server on loopback that shows one [Fault]. It runs on its own virtual threads from [#start] to [#close].
///
/// It takes mail for practice.test, example.com and localhost, delivers nothing, and forgets everything when closed.
public final class PracticeServer implements AutoCloseable {
    private final Fault fault;
    private final PracticeOptions options;
    private final Ledger ledger = new Ledger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Visitors visitors = new Visitors(closing, ledger);
    private final List<Door> doors = new ArrayList<>();
    private final Door submission;
    private final Door implicitTls;
    private final Tls tls;

    private PracticeServer(Fault fault, PracticeOptions options) throws IOException {
        this.fault = fault;
        this.options = options;
        try {
            submission = door(fault.port() != Fault.Port.IMPLICIT_TLS);
            implicitTls = door(fault.port() == Fault.Port.IMPLICIT_TLS);
            var kind = fault.script().tls() instanceof TlsManner.Genuine(var identity) ? identity : IdentityKind.SOUND;
            tls = new Tls(kind, names(), kind == IdentityKind.INCOMPLETE ? issuerUrl() : "");
            if (kind == IdentityKind.INCOMPLETE) {
                visitors.welcome(doors.getLast(), wire -> IssuerDoor.serve(wire, tls));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    public static PracticeServer start(Fault fault) throws IOException {
        return start(fault, PracticeOptions.defaults());
    }

    /// Listens when this returns.
    ///
    /// @throws IOException if the port is taken, or loopback cannot be used
    public static PracticeServer start(Fault fault, PracticeOptions options) throws IOException {
        var server = new PracticeServer(fault, options);
        server.visitors.welcome(server.submission, wire -> server.talk(wire, false));
        server.visitors.welcome(server.implicitTls, wire -> server.talk(wire, true));
        return server;
    }

    public Fault fault() {
        return fault;
    }

    public PracticeOptions options() {
        return options;
    }

    /// The address to check, literal, so that no name lookup comes into it.
    public String host() {
        return options.address().getHostAddress();
    }

    /// The port that shows the fault.
    public int port() {
        return fault.port() == Fault.Port.IMPLICIT_TLS ? tlsPort() : plainPort();
    }

    /// The port that begins in plaintext.
    public int plainPort() {
        return submission.port();
    }

    /// The port with TLS from the first byte.
    public int tlsPort() {
        return implicitTls.port();
    }

    /// What to choose as security: `tls`, `starttls` or `none`.
    public String security() {
        return fault.security();
    }

    /// The authority that a check-up is to trust, as if the device knew it.
    public X509Certificate authority() {
        try {
            return tls.authority();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime cannot make the certificates of the practice server.", e);
        }
    }

    /// [#authority] as PEM text (RFC 7468).
    public String authorityPem() {
        try {
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The messages accepted so far, oldest first.
    public List<ReceivedMessage> messages() {
        return ledger.messages();
    }

    /// Connections accepted so far, those for a missing certificate included.
    public int connections() {
        return ledger.connections();
    }

    /// AUTH commands that named a mechanism, whatever came of them.
    public int signInAttempts() {
        return ledger.signInAttempts();
    }

    /// The mechanism that was asked for last.
    public Optional<String> lastMechanism() {
        return Optional.of(ledger.lastMechanism()).filter(name -> !name.isEmpty());
    }

    /// Ends every connection at once and frees the ports.
    @Override
    public void close() {
        for (var door : doors) {
            try {
                door.close();
            } catch (IOException e) {
                // A port that cannot be closed is closed with the process.
            }
        }
        visitors.close();
    }

    private void talk(Wire wire, boolean tlsFirst) throws IOException, GeneralSecurityException {
        var account = new Account(options.user(), options.password(), options.token(), !fault.script().nobodyKnown());
        var talk = new Talk(wire, new Pace(options.delay(), closing), fault.script());
        new PracticeDialogue(talk, tls, account, ledger).run(tlsFirst);
    }

    private Door door(boolean shown) throws IOException {
        int port = shown ? options.port() : 0;
        var door = fault.port() == Fault.Port.CLOSED ? Door.shut(options.address(), port) : Door.open(options.address(), port);
        doors.add(door);
        return door;
    }

    private List<String> names() {
        var names = new ArrayList<>(List.of("localhost", PracticeDialogue.NAME, "127.0.0.1", "::1"));
        names.add(host());
        names.addAll(options.names());
        return names.stream().distinct().toList();
    }

    private String issuerUrl() throws IOException {
        var door = Door.open(options.address(), 0);
        doors.add(door);
        var literal = host().indexOf(':') >= 0 ? "[" + host() + "]" : host();
        return "http://" + literal + ":" + door.port() + IssuerDoor.PATH;
    }
}
