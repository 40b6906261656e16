package org.mailmedic.explain.bounce;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Unpacks rich text as messages hold it (\[MS-OXRTFCP\]): runs that were there before are told by their place in the last 4,096 bytes.
final class CompressedRtf {
    private static final int HEADER = 16;
    private static final int PACKED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    private static final int WINDOW = 4096;
    private static final int SHORTEST_RUN = 2;
    /// What the window holds before anything was said (§2.1.2.1).
    private static final byte[] BEFORE = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /// @param most what is beyond is left out
    /// @return nothing where it is packed in no known way; what breaks off as far as it goes
    static byte[] unpacked(byte[] packed, int most) {
        if (packed.length < HEADER) {
            return new byte[0];
        }
        var in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int kind = in.getInt(8);
        in.position(HEADER);
        return switch (kind) {
            case PLAIN -> Arrays.copyOfRange(packed, HEADER, Math.min(packed.length, HEADER + most));
            case PACKED -> runs(in.order(ByteOrder.BIG_ENDIAN), most);
            default -> new byte[0];
        };
    }

    private static byte[] runs(ByteBuffer in, int most) {
        byte[] window = Arrays.copyOf(BEFORE, WINDOW);
        int at = BEFORE.length;
        var out = new ByteArrayOutputStream();
        while (in.hasRemaining() && out.size() < most) {
            int control = in.get();
            for (int bit = 0; bit < 8 && in.hasRemaining() && out.size() < most; bit++) {
                if ((control >> bit & 1) == 0) {
                    byte letter = in.get();
                    window[at++ % WINDOW] = letter;
                    out.write(letter);
                    continue;
                }
                if (in.remaining() < 2) {
                    return out.toByteArray();
                }
                int run = in.getShort() & 0xffff;
                int from = run >> 4;
                if (from == at % WINDOW) {
                    return out.toByteArray();
                }
                for (int i = 0; i < (run & 15) + SHORTEST_RUN; i++) {
                    byte letter = window[(from + i) % WINDOW];
                    window[at++ % WINDOW] = letter;
                    out.write(letter);
                }
            }
        }
        return out.toByteArray();
    }
}
