package org.mailmedic.explain.bounce;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// The streams of a compound file (\[MS-CFB\]), a file system in a file as Outlook saves messages in.
///
/// Whatever the file says of itself: no chain of sectors is followed further than there are sectors, no folder entry is read twice, and
/// nothing outside the file is looked for.
final class CompoundFile {
    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int MOST_ENTRIES = 8192;
    private static final int FIRST_PLACES = 109;
    private static final int MINI_SHIFT = 6;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;

    /// @param start its first sector
    /// @param size  in bytes, as far as an int goes
    record Entry(String name, int type, int left, int right, int child, int start, int size) {
        boolean storage() {
            return type == STORAGE;
        }

        boolean stream() {
            return type == STREAM;
        }
    }

    private final ByteBuffer file;
    private final int shift;
    private final int cutoff;
    private final int[] next;
    private final int[] nextMini;
    private final List<Entry> entries;
    private final byte[] mini;

    private CompoundFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        shift = file.getShort(0x1E) == 12 ? 12 : 9;
        cutoff = file.getInt(0x38);
        next = numbers(places());
        nextMini = numbers(chain(file.getInt(0x3C), next, next.length));
        entries = entries(file.getInt(0x30));
        mini = entries.isEmpty() ? new byte[0] : read(entries.getFirst().start(), entries.getFirst().size());
    }

    static boolean is(byte[] bytes) {
        return bytes.length >= HEADER && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == MAGIC;
    }

    /// @param bytes for which [#is] holds; they may be damaged
    static CompoundFile of(byte[] bytes) {
        return new CompoundFile(bytes);
    }

    /// What stands in the outermost folder.
    List<Entry> top() {
        return entries.isEmpty() ? List.of() : inside(entries.getFirst());
    }

    /// What stands in a folder: a tree of entries, each of which may name two neighbours.
    List<Entry> inside(Entry folder) {
        var found = new ArrayList<Entry>();
        var seen = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        open.push(folder.child());
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at >= 0 && at < entries.size() && seen.add(at)) {
                Entry entry = entries.get(at);
                found.add(entry);
                open.push(entry.left());
                open.push(entry.right());
            }
        }
        return found;
    }

    /// The content of a stream.
    ///
    /// @param most so many bytes at the most
    byte[] content(Entry stream, int most) {
        int size = Math.min(stream.size(), most);
        if (stream.size() >= cutoff) {
            return read(stream.start(), size);
        }
        byte[] content = new byte[Math.min(size, mini.length)];
        int done = 0;
        for (int sector : chain(stream.start(), nextMini, (size >> MINI_SHIFT) + 1)) {
            int from = (int) Math.min((long) sector << MINI_SHIFT, mini.length);
            int length = Math.min(Math.min(1 << MINI_SHIFT, content.length - done), mini.length - from);
            System.arraycopy(mini, from, content, done, length);
            done += length;
        }
        return Arrays.copyOf(content, done);
    }

    private byte[] read(int start, int size) {
        byte[] content = new byte[Math.min(size, file.capacity())];
        int done = 0;
        for (int sector : chain(start, next, (content.length >> shift) + 1)) {
            int from = place(sector);
            int length = Math.min(Math.min(1 << shift, content.length - done), file.capacity() - from);
            file.get(from, content, done, length);
            done += length;
        }
        return Arrays.copyOf(content, done);
    }

    /// Where a sector begins; the end of the file where there is none.
    private int place(int sector) {
        return (int) Math.min((sector + 1L) << shift, file.capacity());
    }

    /// The sectors of the table of sectors: the first of them stand in the header, the others in sectors that name one another.
    private List<Integer> places() {
        var places = new ArrayList<Integer>();
        int most = (file.capacity() >> shift) + 1;
        for (int i = 0; i < FIRST_PLACES; i++) {
            place(file.getInt(0x4C + 4 * i), places);
        }
        int each = (1 << shift) / 4;
        int sector = file.getInt(0x44);
        for (int i = 0; i < most && sector >= 0 && place(sector) + (1 << shift) <= file.capacity(); i++) {
            for (int j = 0; j < each - 1 && places.size() < most; j++) {
                place(file.getInt(place(sector) + 4 * j), places);
            }
            sector = file.getInt(place(sector) + 4 * (each - 1));
        }
        return places;
    }

    private void place(int sector, List<Integer> places) {
        if (sector >= 0 && place(sector) < file.capacity()) {
            places.add(sector);
        }
    }

    /// The numbers that stand in sectors, as many as the file has sectors of the smallest size.
    private int[] numbers(List<Integer> sectors) {
        int most = (file.capacity() >> MINI_SHIFT) + 1;
        int each = (1 << shift) / 4;
        int[] numbers = new int[(int) Math.min((long) sectors.size() * each, most)];
        for (int i = 0; i < numbers.length; i++) {
            int from = place(sectors.get(i / each)) + 4 * (i % each);
            numbers[i] = from + 4 <= file.capacity() ? file.getInt(from) : -1;
        }
        return numbers;
    }

    /// @param most so many sectors at the most, whatever the table says
    private static List<Integer> chain(int start, int[] table, int most) {
        var chain = new ArrayList<Integer>();
        for (int at = start; at >= 0 && at < table.length && chain.size() < Math.min(most, table.length); at = table[at]) {
            chain.add(at);
        }
        return chain;
    }

    private List<Entry> entries(int start) {
        var found = new ArrayList<Entry>();
        for (int sector : chain(start, next, next.length)) {
            for (int at = place(sector); at < place(sector) + (1 << shift) && at + ENTRY <= file.capacity(); at += ENTRY) {
                if (found.size() == MOST_ENTRIES) {
                    return found;
                }
                found.add(entry(at));
            }
        }
        return found;
    }

    private Entry entry(int at) {
        int length = Math.clamp(file.getShort(at + 0x40) - 2, 0, 62);
        byte[] name = new byte[length];
        file.get(at, name);
        int size = file.getInt(at + 0x78);
        return new Entry(new String(name, StandardCharsets.UTF_16LE), file.get(at + 0x42), file.getInt(at + 0x44), file.getInt(at + 0x48),
                file.getInt(at + 0x4C), file.getInt(at + 0x74), size < 0 ? Integer.MAX_VALUE : size);
    }
}
