package org.mailmedic.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A resolver on loopback that takes the same time for each answer, however many questions wait.
final class DelayedDns implements AutoCloseable {
    private static final int LARGEST = 4096;
    private static final int TTL = 60;

    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    private final BiFunction<String, String, List<String>> zone;
    private final int delayMs;
    private final AtomicInteger asked = new AtomicInteger();

    /// @param zone the records of a type (`TXT`) at a name without its closing dot, as a zone file writes them; null where there is no such
    ///             name
    DelayedDns(int delayMs, BiFunction<String, String, List<String>> zone) throws IOException {
        this.delayMs = delayMs;
        this.zone = zone;
        Thread.ofPlatform().daemon().name("delayed resolver").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                asked.incrementAndGet();
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                SocketAddress back = packet.getSocketAddress();
                if (delayMs == 0) {
                    socket.send(new DatagramPacket(answer, answer.length, back));
                } else {
                    Thread.ofVirtual().start(() -> later(answer, back));
                }
            } catch (IOException over) {
                // nobody asks any more
            }
        }
    }

    private void later(byte[] answer, SocketAddress back) {
        try {
            Thread.sleep(delayMs);
            socket.send(new DatagramPacket(answer, answer.length, back));
        } catch (IOException | InterruptedException over) {
            // nobody waits for it any more
        }
    }

    private byte[] answer(Message question) throws IOException {
        Record asks = question.getQuestion();
        var reply = new Message(question.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(asks, Section.QUESTION);
        List<String> found = zone.apply(Type.string(asks.getType()), asks.getName().toString(true).toLowerCase(Locale.ROOT));
        if (found == null) {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            for (String each : found) {
                reply.addRecord(Record.fromString(asks.getName(), asks.getType(), DClass.IN, TTL, each, Name.root), Section.ANSWER);
            }
        }
        return reply.toWire();
    }

    @Override
    public void close() {
        socket.close();
    }
}
