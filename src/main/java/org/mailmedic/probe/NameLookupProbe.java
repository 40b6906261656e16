package org.mailmedic.probe;

import java.net.InetSocketAddress;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.Deadline;
import org.mailmedic.net.DnsQuestion;

/// Asks one DNS server one question.
public final class NameLookupProbe {
    private final Instruments instruments;

    public NameLookupProbe(Instruments instruments) {
        this.instruments = instruments;
    }

    /// @param type `A` or `AAAA`
    public NameLookup ask(InetSocketAddress server, String label, String type, Deadline deadline) {
        long start = instruments.now();
        Outcome<Answer> outcome = new DnsQuestion(server, deadline).ask(instruments.plan().host(), type);
        return new NameLookup(label, instruments.plan().host(), type, instruments.since(start), outcome);
    }
}
