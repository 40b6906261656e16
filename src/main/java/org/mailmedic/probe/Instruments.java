package org.mailmedic.probe;

import java.util.function.Supplier;
import org.mailmedic.evidence.Span;
import org.mailmedic.net.Network;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Plan;
import org.mailmedic.settings.Settings;

/// What every probe of one run works with.
///
/// @param transcript of the dialogue that was asked about; what goes on elsewhere is not written down there
/// @param tls        made when first needed: loading TLS takes longer than all the rest
public record Instruments(Settings settings, Plan plan, Network network, Supplier<TlsInspector> tls, Transcript transcript,
        long beganNanos) {
    public long now() {
        return network.nanoTime();
    }

    public Span since(long startNanos) {
        return new Span((startNanos - beganNanos) / 1e6, (now() - startNanos) / 1e6);
    }

    /// The deadline of one step that starts now.
    public Deadline step() {
        return Deadline.in(plan.step(), network::nanoTime);
    }

    /// A transcript that nobody reads, for connections beside the main one.
    public Transcript aside() {
        return new Transcript(network::nanoTime, beganNanos);
    }
}
