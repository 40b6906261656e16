package org.mailmedic.net.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A socket whose reads all end by one deadline, whatever reads from it: our own dialogue or a TLS layer on top.
/// It also remembers the first bytes that came since [#watch], which tell what answered when it was not what was expected.
public final class BoundedSocket extends Socket {
    private static final int WATCHED = 512;
    private static final int RECORD_HEADER = 5;
    /// All that one connection may bring, what a TLS layer swallows included.
    private static final long MOST = 8L * 1024 * 1024;
    private volatile @Nullable Deadline deadline;
    private byte[] watched = new byte[0];
    private boolean watching;
    private long total;

    public void until(Deadline newDeadline) {
        deadline = newDeadline;
    }

    /// Starts to remember what comes from now on.
    synchronized void watch() {
        watching = true;
        watched = new byte[0];
    }

    synchronized byte[] watchedBytes() {
        return watched.clone();
    }

    private synchronized void remember(byte[] buffer, int offset, int count) {
        if (watching && watched.length < WATCHED) {
            int more = Math.min(count, WATCHED - watched.length);
            int before = watched.length;
            watched = Arrays.copyOf(watched, before + more);
            System.arraycopy(buffer, offset, watched, before, more);
        }
    }

    /// A TLS layer gives up after the first five bytes when they are no TLS record (RFC 8446 §5.1), and closes. The rest of the sentence
    /// tells who is there, so it is taken out for the record while it can be.
    private void rememberTheRest(InputStream raw) throws IOException {
        byte[] sofar = watchedBytes();
        boolean strange = sofar.length > 0 && sofar.length <= RECORD_HEADER && (sofar[0] < 0x14 || sofar[0] > 0x17);
        if (strange && raw.available() > 0) {
            var rest = new byte[Math.min(raw.available(), WATCHED)];
            remember(rest, 0, raw.read(rest));
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream raw = super.getInputStream();
        return new FilterInputStream(raw) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                int count = read(one, 0, 1);
                return count < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                BoundedSocket.super.setSoTimeout(Objects.requireNonNull(deadline).millisOrThrow());
                int count = super.read(buffer, offset, length);
                // closing ends our half first, and what the other side still says to that is no answer to anything
                if (isClosed()) {
                    throw new SocketException("Socket closed");
                }
                if (count > 0) {
                    total += count;
                    if (total > MOST) {
                        close();
                        throw new SocketException("more than any mail server says");
                    }
                    remember(buffer, offset, count);
                    rememberTheRest(raw);
                }
                return count;
            }
        };
    }

    /// The deadline rules; a TLS layer that sets its own time-outs must not undo it.
    @Override
    public void setSoTimeout(int ignored) {
    }
}
