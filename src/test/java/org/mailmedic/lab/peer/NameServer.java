package org.mailmedic.lab.peer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.mailmedic.lab.net.Inside;
import org.xbill.DNS.Message;

/// A resolver on one address, over UDP and TCP (RFC 1035 §4.2).
public final class NameServer implements Closeable {
    private static final int PORT = 53;
    private static final int LARGEST = 4096;
    private final Zone zone;
    private final DatagramSocket socket;
    private final Listener tcp;

    public NameServer(Inside host, String address, Zone zone) throws IOException {
        this.zone = zone;
        this.socket = host.call(() -> new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), PORT)));
        this.tcp = new Listener(host, address, PORT, this::overTcp);
        Thread.ofPlatform().daemon().name("resolver " + address).start(this::overUdp);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        tcp.close();
    }

    private void overUdp() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] question = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = zone.answer(new Message(question));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closedOrSenseless) {
                // A senseless question gets no answer.
            }
        }
    }

    private void overTcp(Line line) throws IOException, InterruptedException {
        InputStream in = line.socket().getInputStream();
        byte[] head = in.readNBytes(2);
        while (head.length == 2) {
            byte[] question = in.readNBytes((head[0] & 0xff) << 8 | head[1] & 0xff);
            byte[] answer = zone.answer(new Message(question));
            if (answer.length == 0) {
                line.waitForEver();
            }
            var out = line.socket().getOutputStream();
            out.write(new byte[] {(byte) (answer.length >> 8), (byte) answer.length});
            out.write(answer);
            out.flush();
            head = in.readNBytes(2);
        }
    }
}
