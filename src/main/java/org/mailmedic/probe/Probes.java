package org.mailmedic.probe;

import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;

/// All probes of one run, in the order in which mail travels; what is looked at beside the way comes last.
public final class Probes {
    private final Instruments instruments;
    private final NameLookupProbe nameLookup;
    private final ConnectProbe connect;
    private final GreetingProbe greeting;
    private final HelloProbe hello;
    private final StartTlsProbe startTls;
    private final TlsProbe tls;
    private final FirstHello firstHello;
    private final LegacyTlsProbe legacyTls;
    private final SignInProbe signIn;
    private final EnvelopeProbe envelope;
    private final TestMessageProbe testMessage;
    private final PathProbe path;
    private final LongLineProbe longLine;

    public Probes(Instruments instruments) {
        this.instruments = instruments;
        nameLookup = new NameLookupProbe(instruments);
        connect = new ConnectProbe(instruments);
        greeting = new GreetingProbe(instruments);
        hello = new HelloProbe(instruments);
        startTls = new StartTlsProbe(instruments);
        tls = new TlsProbe(instruments);
        firstHello = new FirstHello(instruments, greeting, hello, startTls, tls);
        legacyTls = new LegacyTlsProbe(instruments);
        signIn = new SignInProbe(instruments);
        envelope = new EnvelopeProbe(instruments);
        testMessage = new TestMessageProbe(instruments);
        path = new PathProbe(instruments);
        longLine = new LongLineProbe(instruments);
    }

    public NameLookupProbe nameLookup() {
        return nameLookup;
    }

    public ConnectProbe connect() {
        return connect;
    }

    public GreetingProbe greeting() {
        return greeting;
    }

    public HelloProbe hello() {
        return hello;
    }

    public StartTlsProbe startTls() {
        return startTls;
    }

    public TlsProbe tls() {
        return tls;
    }

    public LegacyTlsProbe legacyTls() {
        return legacyTls;
    }

    public SignInProbe signIn() {
        return signIn;
    }

    public EnvelopeProbe envelope() {
        return envelope;
    }

    public TestMessageProbe testMessage() {
        return testMessage;
    }

    public PathProbe path() {
        return path;
    }

    public LongLineProbe longLine() {
        return longLine;
    }

    /// Shakes hands on the way itself: as quickly as can be first, as widely as can be where that is not taken ([FirstHello]).
    public TlsHandshake shakeHandsFirst(Visit visit, boolean implicit) {
        return unlessTooOld(firstHello.shakeHands(visit, implicit));
    }

    /// Shakes hands beside the way.
    public TlsHandshake shakeHands(Visit visit, boolean implicit) {
        return unlessTooOld(tls.shakeHands(visit, implicit, instruments.step()));
    }

    /// Where it failed, asks whether the server is only too old, unless the check-up is to be quick.
    private TlsHandshake unlessTooOld(TlsHandshake handshake) {
        boolean senseless = handshake.legacy().isEmpty() && handshake.outcome().failure().map(how -> how == Failure.TLS_ALERT
                || how == Failure.TLS_BROKEN || how == Failure.CLOSED || how == Failure.RESET).orElse(false);
        return senseless && !instruments.plan().quick() ? legacyTls.lookAgain(handshake, instruments.step()) : handshake;
    }
}
