package org.mailmedic.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/// A port that the server holds: one where it listens, or one that is reserved so that nobody can.
final class Door implements Closeable {
    private static final int BACKLOG = 128;

    private final Optional<ServerSocket> listening;
    private final Closeable held;
    private final int port;

    private Door(Optional<ServerSocket> listening, Closeable held, int port) {
        this.listening = listening;
        this.held = held;
        this.port = port;
    }

    static Door open(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            return new Door(Optional.of(socket), socket, socket.getLocalPort());
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
            return new Door(Optional.empty(), socket, socket.getLocalPort());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    boolean isOpen() {
        return listening.filter(socket -> !socket.isClosed()).isPresent();
    }

    Socket accept() throws IOException {
        return listening.orElseThrow().accept();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
