package org.mailmedic.probe;

import java.net.InetSocketAddress;
import java.net.URI;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.dns.DnsOverHttps;
import org.mailmedic.net.dns.DnsQuestion;
import org.mailmedic.net.transport.Deadline;

/// Asks one DNS server one question.
public final class NameLookupProbe {
    private final Instruments instruments;

    public NameLookupProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @param type `A` or `AAAA`
    public NameLookup ask(InetSocketAddress server, String label, String type, Deadline deadline) {
        return ask(new DnsQuestion(server, deadline), label, type);
    }

    /// The same over HTTPS.
    public NameLookup ask(URI server, String type, Deadline deadline) {
        return ask(new DnsQuestion(new DnsOverHttps(server, instruments.network(), instruments.tls().get()), deadline), server.toString(),
                type);
    }

    private NameLookup ask(DnsQuestion question, String label, String type) {
        long start = instruments.now();
        Outcome<Answer> outcome = question.ask(instruments.plan().host(), type);
        return new NameLookup(label, instruments.plan().host(), type, instruments.since(start), outcome);
    }
}
