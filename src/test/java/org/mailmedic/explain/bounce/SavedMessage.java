package org.mailmedic.explain.bounce;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes a message as Outlook does: a compound file of version 3, its small streams together in one (\[MS-CFB\] §2).
public final class SavedMessage {
    public static final String SUBJECT = "0037";
    public static final String BODY = "1000";
    private static final int SECTOR = 512;
    private static final int MINI = 64;
    private static final int CUTOFF = 4096;
    private static final int END = -2;
    private static final int NONE = -1;

    /// @param content null for a folder
    private record Part(String name, byte[] content, List<Part> inside) {}

    private final List<Part> top = new ArrayList<>();
    private final ByteArrayOutputStream sectors = new ByteArrayOutputStream();
    private final List<Integer> next = new ArrayList<>();
    private final ByteArrayOutputStream mini = new ByteArrayOutputStream();
    private final List<Integer> nextMini = new ArrayList<>();
    private final ByteArrayOutputStream folder = new ByteArrayOutputStream();
    private int entries = 1;

    public SavedMessage with(String property, String text) {
        top.add(new Part("__substg1.0_" + property + "001F", text.getBytes(StandardCharsets.UTF_16LE), List.of()));
        return this;
    }

    SavedMessage withBytes(String name, byte[] content) {
        top.add(new Part(name, content, List.of()));
        return this;
    }

    SavedMessage attached(byte[] content) {
        top.add(new Part("__attach_version1.0_#0000000" + top.size(), null, List.of(new Part("__substg1.0_37010102", content, List.of()))));
        return this;
    }

    public byte[] written() {
        byte[] inside = entries(top);
        int miniStart = sectors(mini.toByteArray());
        byte[] root = entry("Root Entry", 5, NONE, top.isEmpty() ? NONE : 1, miniStart, mini.size());
        folder.writeBytes(root);
        folder.writeBytes(inside);
        int folderStart = sectors(folder.toByteArray());
        int miniTable = sectors(numbers(nextMini));
        int table = next.size();
        int needed = (next.size() + 1 + 127) / 128;
        for (int i = 0; i < needed; i++) {
            next.add(-3);
        }
        sectors.writeBytes(padded(numbers(next), SECTOR, (byte) 0xff));
        var header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, 0xE11AB1A1E011CFD0L).putShort(0x1A, (short) 3).putShort(0x1C, (short) 0xFFFE).putShort(0x1E, (short) 9)
                .putShort(0x20, (short) 6).putInt(0x2C, needed).putInt(0x30, folderStart).putInt(0x38, CUTOFF).putInt(0x3C, miniTable)
                .putInt(0x40, 1).putInt(0x44, END);
        for (int i = 0; i < 109; i++) {
            header.putInt(0x4C + 4 * i, i < needed ? table + i : NONE);
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(header.array());
        all.writeBytes(sectors.toByteArray());
        return all.toByteArray();
    }

    /// The entries of a folder, neighbours to the right of one another, each folder's own behind all of them.
    private byte[] entries(List<Part> parts) {
        int first = entries;
        entries += parts.size();
        var here = new ByteArrayOutputStream();
        var below = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int right = i + 1 < parts.size() ? first + i + 1 : NONE;
            if (part.content() == null) {
                here.writeBytes(entry(part.name(), 1, right, entries, 0, 0));
                below.writeBytes(entries(part.inside()));
            } else {
                int start = part.content().length < CUTOFF ? miniSectors(part.content()) : sectors(part.content());
                here.writeBytes(entry(part.name(), 2, right, NONE, start, part.content().length));
            }
        }
        here.writeBytes(below.toByteArray());
        return here.toByteArray();
    }

    private static byte[] entry(String name, int type, int right, int child, int start, int size) {
        var entry = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        entry.put(name.getBytes(StandardCharsets.UTF_16LE));
        return entry.putShort(0x40, (short) (2 * name.length() + 2)).put(0x42, (byte) type).putInt(0x44, NONE).putInt(0x48, right)
                .putInt(0x4C, child).putInt(0x74, start).putInt(0x78, size).array();
    }

    private int sectors(byte[] content) {
        return chained(content, SECTOR, sectors, next);
    }

    private int miniSectors(byte[] content) {
        return chained(content, MINI, mini, nextMini);
    }

    private static int chained(byte[] content, int size, ByteArrayOutputStream into, List<Integer> table) {
        int first = table.size();
        byte[] padded = padded(content, size, (byte) 0);
        for (int i = 0; i < padded.length / size; i++) {
            table.add(i + 1 < padded.length / size ? first + i + 1 : END);
        }
        into.writeBytes(padded);
        return padded.length == 0 ? END : first;
    }

    private static byte[] padded(byte[] content, int size, byte with) {
        byte[] padded = Arrays.copyOf(content, (content.length + size - 1) / size * size);
        Arrays.fill(padded, content.length, padded.length, with);
        return padded;
    }

    private static byte[] numbers(List<Integer> numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.size()).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(bytes::putInt);
        return bytes.array();
    }
}
