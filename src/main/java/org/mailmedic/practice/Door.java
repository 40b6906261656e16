package org.mailmedic.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port that the server holds: one where it listens, or one that is reserved so that nobody can.
final class Door implements Closeable {
    private static final int BACKLOG = 128;

    private final ServerSocket listening;
    private final Socket reserved;

    private Door(ServerSocket listening, Socket reserved) {
        this.listening = listening;
        this.reserved = reserved;
    }

    static Door open(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            return new Door(socket, null);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Bound but not listening: connections are refused, and no other program can take the port meanwhile.
    static Door shut(InetAddress address, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(address, port));
            return new Door(null, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int port() {
        return listening != null ? listening.getLocalPort() : reserved.getLocalPort();
    }

    boolean isOpen() {
        return listening != null && !listening.isClosed();
    }

    Socket accept() throws IOException {
        return listening.accept();
    }

    @Override
    public void close() throws IOException {
        if (listening != null) {
            listening.close();
        } else {
            reserved.close();
        }
    }
}
