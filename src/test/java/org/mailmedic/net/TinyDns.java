package org.mailmedic.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A name server on loopback that answers each question by a script; one that adds nothing to the reply says "no data".
public final class TinyDns implements AutoCloseable {
    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TinyDns() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    /// @param script is handed the question's name (with its closing dot) and type, and the reply to fill; the reply is sent unless it
    ///               has been marked by [#silent]
    public static TinyDns answering(BiConsumer<String, Message> script) throws IOException {
        var server = new TinyDns();
        Thread.ofVirtual().start(() -> server.serve(script));
        return server;
    }

    private void serve(BiConsumer<String, Message> script) {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LARGEST);
                socket.receive(packet);
                byte[] wire = new byte[packet.getLength()];
                System.arraycopy(packet.getData(), 0, wire, 0, wire.length);
                var question = new Message(wire);
                String name = question.getQuestion().getName().toString();
                asked.add(Type.string(question.getQuestion().getType()) + " " + name);
                var reply = new Message(question.getHeader().getID());
                reply.getHeader().setFlag(Flags.QR);
                reply.addRecord(question.getQuestion(), Section.QUESTION);
                script.accept(name, reply);
                if (!silent(reply)) {
                    byte[] answer = reply.toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException over) {
                // the test is over
            }
        }
    }

    /// Marks the reply as one that is never sent.
    public static void keepSilent(Message reply) {
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setFlag(Flags.TC);
    }

    private static boolean silent(Message reply) {
        return reply.getHeader().getFlag(Flags.AA) && reply.getHeader().getFlag(Flags.TC);
    }

    public static void address(Message reply, String name, String address) {
        InetAddress value = InetAddress.ofLiteral(address);
        reply.addRecord(address.contains(":") ? new AAAARecord(name(name), DClass.IN, 60, value)
                : new ARecord(name(name), DClass.IN, 60, value),
                Section.ANSWER);
    }

    public static void alias(Message reply, String name, String target) {
        reply.addRecord(new CNAMERecord(name(name), DClass.IN, 60, name(target)), Section.ANSWER);
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text);
        } catch (TextParseException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /// `TYPE name.`, one for each question.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        socket.close();
    }
}
