package org.mailmedic.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.mailmedic.real.Until;

/// An X server whose picture lies in a file of memory, so that it can be watched from outside without asking anybody (Xvfb's `-fbdir`).
final class Screen implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1024;
    /// An empty window has two or three colours; as soon as there is text, its edges alone have more.
    private static final int COLOURS_OF_TEXT = 8;

    private final Process server;
    private final String display;
    private final IntBuffer pixels;

    private Screen(Process server, String display, IntBuffer pixels) {
        this.server = server;
        this.display = display;
        this.pixels = pixels;
    }

    /// @param folder an empty one, for the picture and the number of the display
    static Screen open(Path folder) throws IOException {
        Path number = folder.resolve("display");
        var server = new ProcessBuilder("sh", "-c", "exec Xvfb -displayfd 3 -screen 0 %dx%dx24 -fbdir '%s' -nolisten tcp -ac 3> '%s'"
            .formatted(WIDTH, HEIGHT, folder, number)).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        Until.isTrue("Xvfb tells its display", () -> number.toFile().length() > 1);
        try (var picture = FileChannel.open(folder.resolve("Xvfb_screen0"))) {
            // The pixels are the last of the file; before them stand a header and colours.
            long bytes = (long) WIDTH * HEIGHT * Integer.BYTES;
            var map = picture.map(FileChannel.MapMode.READ_ONLY, picture.size() - bytes, bytes).order(ByteOrder.LITTLE_ENDIAN);
            return new Screen(server, ":" + Files.readString(number).strip(), map.asIntBuffer());
        }
    }

    String display() {
        return display;
    }

    /// Whether something with text in it is painted.
    boolean isPainted() {
        var seen = new int[COLOURS_OF_TEXT];
        int colours = 0;
        int last = pixels.get(0) ^ 1;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int colour = pixels.get(i);
            if (colour != last) {
                last = colour;
                boolean known = false;
                for (int k = 0; k < colours && !known; k++) {
                    known = seen[k] == colour;
                }
                if (!known) {
                    seen[colours++] = colour;
                    if (colours == COLOURS_OF_TEXT) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
