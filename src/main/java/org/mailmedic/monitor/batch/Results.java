package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where the lines of the result go.
public interface Results extends AutoCloseable {
    /// One whole line. Called by one thread at a time.
    ///
    /// @throws IOException when it could not be written; then nothing of it stays behind, where that can be helped
    void write(String line) throws IOException;

    /// What an earlier run has left there.
    default Earlier earlier() {
        return new Earlier();
    }

    @Override
    default void close() throws IOException {}

    /// The terminal, or whoever reads its output.
    static Results to(PrintStream out) {
        return line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
            if (out.checkError()) {
                throw new IOException("nobody takes it");
            }
        };
    }
}
