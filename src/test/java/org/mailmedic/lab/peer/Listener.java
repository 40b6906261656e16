package org.mailmedic.lab.peer;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailmedic.lab.net.Inside;

/// A server on one address and port of one host. It listens when it is made, and everything about it ends when it is closed.
public final class Listener implements Closeable {
    private static final int BACKLOG = 128;
    private final ServerSocket door;
    private final Conversation conversation;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> visitors = ConcurrentHashMap.newKeySet();
    private final AtomicInteger visits = new AtomicInteger();

    public Listener(Inside host, String address, int port, Conversation conversation) throws IOException {
        this.conversation = conversation;
        this.door = host.call(() -> {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port), BACKLOG);
            return socket;
        });
        Thread.ofVirtual().start(this::welcome);
    }

    /// Connections so far.
    public int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
        for (Socket visitor : visitors) {
            visitor.close();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                visits.incrementAndGet();
                visitors.add(visitor);
                Thread.ofVirtual().start(() -> talk(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (var line = new Line(visitor, closing)) {
            conversation.with(line);
        } catch (IOException | InterruptedException over) {
            // The visitor hung up, or the scenario is over.
        } finally {
            visitors.remove(visitor);
        }
    }
}
