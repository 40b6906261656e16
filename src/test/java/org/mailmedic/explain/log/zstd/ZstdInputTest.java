package org.mailmedic.explain.log.zstd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZstdInputTest {
    /// `Mar  2 00:05:14 mail postfix/qmgr[1187]: 0123456789: removed` and a line end, three times, by `zstd -19`.
    private static final String PACKED = "KLUv/QRoNQIA1ANNYXIgIDIgMDA6MDU6MTQgbWFpbCBwb3N0Zml4L3FtZ3JbMTE4N106IDAxMjM0NTY3"
            + "ODk6IHJlbW92ZWQKAQB9gTRAAS1qU7Q=";
    private static final String LINE = "Mar  2 00:05:14 mail postfix/qmgr[1187]: 0123456789: removed\n";

    @TempDir
    private Path folder;

    @Test
    void aSmallFrame() throws IOException {
        assertEquals(LINE.repeat(3), new String(unpack(Base64.getDecoder().decode(PACKED)), StandardCharsets.US_ASCII));
    }

    @Test
    void framesOneAfterTheOtherAndOneToPassOver() throws IOException {
        byte[] frame = Base64.getDecoder().decode(PACKED);
        byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 9, 9, 9};
        byte[] all = new byte[frame.length * 2 + skippable.length];
        System.arraycopy(frame, 0, all, 0, frame.length);
        System.arraycopy(skippable, 0, all, frame.length, skippable.length);
        System.arraycopy(frame, 0, all, frame.length + skippable.length, frame.length);

        assertEquals(LINE.repeat(6), new String(unpack(all), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-3", "-9", "-19", "--ultra -22", "--fast=5", "-3 --no-check", "-19 --long=24"})
    void whatTheProgramZstdPacked(String options) throws Exception {
        for (byte[] data : samples()) {
            assertArrayEquals(data, unpack(pack(data, options)), options + ", " + data.length + " bytes");
        }
    }

    @Test
    void everyCutAndEveryBrokenByteEndsInAnException() throws Exception {
        byte[] good = pack(text(3, 20_000), "-9");
        for (int cut = 1; cut < good.length; cut += 37) {
            byte[] part = Arrays.copyOf(good, cut);
            assertThrows(IOException.class, () -> unpack(part));
        }
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] broken = good.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                unpack(broken);
            } catch (IOException expected) {
                refused++;
            }
        }
        assertEquals(true, refused > 500, "of 3000 broken ones only " + refused + " were refused");
    }

    @Test
    void aFrameThatBreaksOffSaysSo() {
        byte[] frame = Base64.getDecoder().decode(PACKED);

        assertThrows(EOFException.class, () -> unpack(Arrays.copyOf(frame, frame.length - 6)));
    }

    @Test
    void aWindowBeyondTheBoundIsRefused() {
        byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0};

        assertThrows(IOException.class, () -> unpack(head));
    }

    private static List<byte[]> samples() {
        var random = new Random(11);
        byte[] noise = new byte[300_000];
        random.nextBytes(noise);
        List<byte[]> samples = new ArrayList<>(List.of(new byte[0], new byte[] {7}, noise, new byte[700_000], text(1, 1000), text(2,
                600_000)));
        byte[] two = new byte[200_000];
        for (int i = 0; i < two.length; i++) {
            two[i] = (byte) (random.nextInt(8) == 0 ? 'b' : 'a');
        }
        samples.add(two);
        return samples;
    }

    private static byte[] text(int seed, int length) {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append("Mar  2 00:05:14 mail postfix/smtp[").append(random.nextInt(9000)).append("]: "
                    + "").append(Long.toHexString(random.nextLong()))
                    .append(random.nextBoolean() ? ": status=sent (250 Ok)\n" : ": status=deferred (host said: 450 later)\n");
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        return new ZstdInput(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private byte[] pack(byte[] data, String options) throws Exception {
        Path plain = Files.write(folder.resolve("plain"), data);
        Path packed = folder.resolve("packed");
        List<String> call = new ArrayList<>(List.of("zstd", "-q", "-f"));
        call.addAll(List.of(options.split(" ")));
        call.addAll(List.of(plain.toString(), "-o", packed.toString()));
        try {
            assertEquals(0, new ProcessBuilder(call).start().waitFor());
        } catch (IOException missing) {
            Assumptions.abort("the program zstd is not here");
        }
        return Files.readAllBytes(packed);
    }
}
