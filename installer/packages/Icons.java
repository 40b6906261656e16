import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The program's icon in the containers that Windows and macOS want. Both hold the PNG pictures as they are.
final class Icons {
    private static final Path PICTURES = Path.of("src", "main", "resources", "org", "mailmedic", "icon");
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    private Icons() {}

    static byte[] ico() throws IOException {
        var pictures = new ArrayList<byte[]>();
        var head = ByteBuffer.allocate(ICO_HEADER + 6 * ICO_ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        var sizes = List.of(16, 32, 48, 64, 128, 256);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        int offset = head.capacity();
        for (int size : sizes) {
            var picture = picture(size);
            // 256 is written as 0, since the field has one byte
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                .putInt(picture.length).putInt(offset);
            offset += picture.length;
            pictures.add(picture);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.array());
        pictures.forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] icns() throws IOException {
        var pictures = new TreeMap<>(Map.of("icp4", picture(16), "icp5", picture(32), "icp6", picture(64), "ic07", picture(128), "ic08",
                picture(256),
            "ic09", Files.readAllBytes(Path.of("installer", "macos", "mailmedic-512.png"))));
        int length = ICNS_HEADER + pictures.values().stream().mapToInt(picture -> ICNS_HEADER + picture.length).sum();
        var file = ByteBuffer.allocate(length).put(ascii("icns")).putInt(length);
        pictures.forEach((type, picture) -> file.put(ascii(type)).putInt(ICNS_HEADER + picture.length).put(picture));
        return file.array();
    }

    private static byte[] picture(int size) throws IOException {
        return Files.readAllBytes(PICTURES.resolve("mailmedic-" + size + ".png"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
