package org.mailmedic.net.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mailmedic.evidence.Failure;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Note;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.net.transport.UnexpectedBytes;

/// A connection that is open, encrypted and signed in already, handed to jakarta.mail so that the test message goes out the way any
/// program would send it, without a second sign-in. jakarta.mail insists on a greeting and an EHLO: both are answered from here;
/// everything after them reaches the server untouched and stands in the transcript, but for the message's own lines.
final class HandedOverSocket extends Socket {
    private final Connection link;
    private final Transcript transcript;
    private byte[] prepared = "220 handed over\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_BYTES = 64 * 1024;
    private boolean handedOver;
    private int replyBytes;
    private int lineBytes;
    private boolean inMessage;
    private long messageBytes;
    private final ByteArrayOutputStream clientLine = new ByteArrayOutputStream();
    private final ByteArrayOutputStream serverLine = new ByteArrayOutputStream();

    HandedOverSocket(Connection link, Transcript transcript) {
        this.link = link;
        this.transcript = transcript;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (prepared.length > 0) {
                    int count = Math.min(length, prepared.length);
                    System.arraycopy(prepared, 0, buffer, offset, count);
                    prepared = Arrays.copyOfRange(prepared, count, prepared.length);
                    return count;
                }
                int count = link.input().read(buffer, offset, length);
                bound(buffer, offset, count);
                heard(buffer, offset, count);
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (handedOver) {
                    link.output().write(bytes, offset, length);
                    replyBytes = 0;
                    said(bytes, offset, length);
                } else {
                    answerHello(bytes, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                if (handedOver) {
                    link.output().flush();
                }
            }
        };
    }

    /// The library reads a line of any length, and a reply of any number of lines.
    private void bound(byte[] bytes, int offset, int count) throws IOException {
        replyBytes += Math.max(0, count);
        if (replyBytes > MOST_BYTES) {
            throw new UnexpectedBytes(Failure.FLOOD, "a reply without an end");
        }
        for (int i = offset; i < offset + count; i++) {
            lineBytes = bytes[i] == '\n' ? 0 : lineBytes + 1;
            if (lineBytes > LONGEST_LINE) {
                throw new UnexpectedBytes(Failure.FLOOD, "a line without an end");
            }
        }
    }

    private void answerHello(byte[] bytes, int offset, int length) {
        clientLine.write(bytes, offset, length);
        if (clientLine.toString(StandardCharsets.US_ASCII).endsWith("\n")) {
            clientLine.reset();
            handedOver = true;
            prepared = "250 8BITMIME\r\n".getBytes(StandardCharsets.US_ASCII);
        }
    }

    private void said(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (inMessage) {
                messageBytes++;
            }
            if (bytes[i] != '\n') {
                clientLine.write(bytes[i]);
                continue;
            }
            String line = clientLine.toString(StandardCharsets.UTF_8).stripTrailing();
            clientLine.reset();
            if (!inMessage) {
                transcript.client(line);
            } else if (line.equals(".")) {
                inMessage = false;
                transcript.note(Note.TEST_MESSAGE, messageBytes);
                transcript.client(line);
            }
        }
    }

    private void heard(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] != '\n') {
                serverLine.write(bytes[i]);
                continue;
            }
            String line = serverLine.toString(StandardCharsets.UTF_8).stripTrailing();
            serverLine.reset();
            transcript.server(line);
            inMessage |= line.startsWith("354");
        }
    }

    /// The link's deadline rules.
    @Override
    public void setSoTimeout(int ignored) {
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return link.socket().getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return link.socket().getLocalAddress();
    }

    @Override
    public int getPort() {
        return link.socket().getPort();
    }

    @Override
    public void close() {
        link.closeGently();
    }
}
