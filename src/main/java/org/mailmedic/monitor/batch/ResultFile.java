package org.mailmedic.monitor.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A file of results. One program at a time may write it. Every line is written whole and at once: whoever is killed leaves whole lines
/// and at most one torn one at the end, and a full disk leaves whole lines.
public final class ResultFile implements Results {
    private final RandomAccessFile file;
    private final Earlier earlier;
    private long length;

    private ResultFile(RandomAccessFile file, Earlier earlier, long length) {
        this.file = file;
        this.earlier = earlier;
        this.length = length;
    }

    /// Begins it anew, or goes on where an earlier run ended.
    ///
    /// @param resume whether what it has is kept
    /// @throws Unfit when it cannot be used
    public static Results open(Path path, boolean resume) throws Unfit {
        var name = Map.of("file", path.toString());
        if (Files.isDirectory(path)) {
            throw new Unfit("output_folder", name);
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            if (resume) {
                throw new Unfit("output_no_file", name);
            }
            return ResultPipe.open(path);
        }
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException unwritable) {
            throw new Unfit("output_unwritable", name);
        }
        try {
            lock(file, name);
            return resume ? resumed(file, name) : anew(file);
        } catch (IOException | Unfit unusable) {
            closeQuietly(file);
            throw unusable instanceof Unfit known ? known : new Unfit("output_unwritable", name);
        }
    }

    private static void lock(RandomAccessFile file, Map<String, String> name) throws IOException, Unfit {
        try {
            if (file.getChannel().tryLock() == null) {
                throw new Unfit("output_taken", name);
            }
        } catch (OverlappingFileLockException byThisProgram) {
            throw new Unfit("output_taken", name);
        }
    }

    private static ResultFile anew(RandomAccessFile file) throws IOException {
        file.setLength(0);
        return new ResultFile(file, new Earlier(), 0);
    }

    private static ResultFile resumed(RandomAccessFile file, Map<String, String> name) throws IOException, Unfit {
        var earlier = new Earlier();
        long end = 0;
        long number = 0;
        boolean torn = false;
        // not closed, since that would close the file
        var reader = new BufferedReader(new InputStreamReader(Channels.newInputStream(file.getChannel().position(0)),
                StandardCharsets.ISO_8859_1), 1 << 16);
        for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
            number++;
            if (torn) {
                throw new Unfit("output_other", Map.of("file", name.get("file"), "line", String.valueOf(number - 1)));
            }
            boolean whole = line.get().endsWith("\n");
            String text = new String(line.get().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (whole && earlier.add(text)) {
                end += line.get().length();
            } else if (number == 1 && whole) {
                throw new Unfit("output_other", Map.of("file", name.get("file"), "line", "1"));
            } else {
                torn = true;
            }
        }
        file.setLength(end);
        file.seek(end);
        return new ResultFile(file, earlier, end);
    }

    /// With its line end, where it has one; a char for each byte. Bounded: our own lines are short.
    private static Optional<String> line(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            line.append((char) c);
            if (c == '\n' || line.length() > Lines.LONGEST) {
                break;
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    @Override
    public Earlier earlier() {
        return earlier;
    }

    @Override
    public void write(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            file.write(bytes);
            length += bytes.length;
        } catch (IOException full) {
            takeBack();
            throw full;
        }
    }

    /// What was written of a line that did not fit.
    private void takeBack() {
        try {
            file.setLength(length);
        } catch (IOException stays) {
            // a torn last line is dropped when the run is resumed
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void closeQuietly(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException gone) {
            // it was not used
        }
    }
}
