package org.mailmedic.practice;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The threads and connections of a server: one virtual thread per door and per connection, each connection bounded
/// in time and bytes, all of them ended together.
final class Visitors implements AutoCloseable {
    private static final int MOST = 64;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RESPITE = Duration.ofMillis(10);
    private static final long BYTES = 64L * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 5;

    /// What is done with one connection.
    interface Host {
        void receive(Wire wire) throws IOException, GeneralSecurityException;
    }

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("practice-", 0).factory());
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST);
    private final CountDownLatch closing;
    private final Ledger ledger;

    Visitors(CountDownLatch closing, Ledger ledger) {
        this.closing = closing;
        this.ledger = ledger;
    }

    void welcome(Door door, Host host) {
        threads.execute(() -> {
            while (door.isOpen()) {
                try {
                    receive(door.accept(), host);
                } catch (IOException | RejectedExecutionException e) {
                    // The door was shut, or the caller is gone already; or the system is out of sockets, which takes a moment.
                    new Pace(Duration.ZERO, closing).sleep(RESPITE);
                }
            }
        });
    }

    private void receive(Socket socket, Host host) throws IOException {
        var wire = new Wire(socket, LIFE, BYTES);
        if (!places.tryAcquire()) {
            wire.cut();
            return;
        }
        ledger.connected();
        wires.add(wire);
        var done = new CountDownLatch(1);
        threads.execute(() -> entertain(wire, host, done));
        threads.execute(() -> guard(wire, done));
    }

    private void entertain(Wire wire, Host host, CountDownLatch done) {
        try {
            host.receive(wire);
        } catch (IOException e) {
            // The other side has gone, or TLS did not come about: its own affair, it has seen why.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java runtime cannot make the certificates of the practice server.", e);
        } finally {
            done.countDown();
            wire.cut();
            wires.remove(wire);
            places.release();
        }
    }

    /// A read has its own deadline, a write to somebody who does not read has only this one.
    private static void guard(Wire wire, CountDownLatch done) {
        try {
            if (!done.await(LIFE.toSeconds(), TimeUnit.SECONDS)) {
                wire.cut();
            }
        } catch (InterruptedException e) {
            wire.cut();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        threads.shutdownNow();
        wires.forEach(Wire::cut);
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wires.forEach(Wire::cut);
    }
}
