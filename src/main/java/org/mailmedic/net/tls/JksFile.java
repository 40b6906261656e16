package org.mailmedic.net.tls;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of Java's own kind with nothing but certificates in it, as Java's own store is. Java parses every one of them to open it.
final class JksFile {
    private static final int MAGIC = 0xfeedfeed;
    private static final int VERSION = 2;
    private static final int CERTIFICATE = 2;
    private static final int LARGEST = 16 * 1024 * 1024;

    private JksFile() {}

    /// Empty where it is a file of any other kind, or has keys in it, or is damaged: Java itself is to read that.
    static Optional<EncodedAnchors> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST);
            return certificates(new DataInputStream(new ByteArrayInputStream(bytes))).map(EncodedAnchors::new);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<List<byte[]>> certificates(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            return Optional.empty();
        }
        List<byte[]> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            if (in.readInt() != CERTIFICATE) {
                return Optional.empty();
            }
            // its name, and when it was put there
            in.readUTF();
            in.readLong();
            String kind = in.readUTF();
            int length = in.readInt();
            if (!kind.equals("X.509") || length < 0 || length > in.available()) {
                return Optional.empty();
            }
            all.add(in.readNBytes(length));
        }
        return Optional.of(all);
    }
}
