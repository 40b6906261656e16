package org.mailmedic.net.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Share;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/// One question to one DNS server and its answer (RFC 1035 §4), within a deadline.
final class DnsExchange {
    private static final Duration FIRST_TRY = Duration.ofSeconds(2);

    private DnsExchange() {}

    /// Twice over UDP, since one lost packet is no silent server; a cut-off answer is asked again over TCP by the library.
    static Message ask(InetSocketAddress server, Name name, int type, Deadline deadline) throws IOException {
        return ask(server, Message.newQuery(Record.newRecord(name, type, DClass.IN)), deadline);
    }

    /// The same of a server that is to say what it knows itself, without asking others (RFC 1035 §4.1.1, RD).
    static Message askItself(InetSocketAddress server, Name name, int type, Deadline deadline) throws IOException {
        var query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return ask(server, query, deadline);
    }

    private static Message ask(InetSocketAddress server, Message query, Deadline deadline) throws IOException {
        // asks for the AD flag in the answer (RFC 6840 §5.7)
        query.getHeader().setFlag(Flags.AD);
        var resolver = new SimpleResolver(server);
        Duration half = Share.of(deadline.remaining(), 1, 2);
        Duration first = half.compareTo(FIRST_TRY) < 0 ? half : FIRST_TRY;
        try {
            return send(resolver, query, first);
        } catch (SocketTimeoutException lost) {
            return send(resolver, query, Duration.ofMillis(deadline.millisOrThrow()));
        }
    }

    /// The library's own time-out is checked once a second only, and told as any other exception; here it is the one that counts.
    private static Message send(SimpleResolver resolver, Message query, Duration time) throws IOException {
        resolver.setTimeout(time);
        try {
            return resolver.sendAsync(query).toCompletableFuture().get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new SocketTimeoutException("no answer from the name server");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException problem ? problem : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
