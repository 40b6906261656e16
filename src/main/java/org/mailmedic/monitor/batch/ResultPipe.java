package org.mailmedic.monitor.batch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Results for a pipe or a device. It is opened for writing alone: who could read it as well would never learn that its reader is gone.
final class ResultPipe implements Results {
    private final OutputStream out;

    private ResultPipe(OutputStream out) {
        this.out = out;
    }

    /// Waits for a pipe's reader.
    ///
    /// @throws Unfit when it cannot be used
    static ResultPipe open(Path path) throws Unfit {
        try {
            return new ResultPipe(new FileOutputStream(path.toFile()));
        } catch (IOException unwritable) {
            throw new Unfit("output_unwritable", Map.of("file", path.toString()));
        }
    }

    @Override
    public void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
