package org.mailmedic.report.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts bytes that follow each other together to characters: UTF-8 where they are that, else one each.
final class DecodedBytes {
    private final DecodedView view;
    private final List<int[]> pending = new ArrayList<>();
    private boolean changed;

    DecodedBytes(int capacity) {
        view = new DecodedView(capacity);
    }

    /// @param character whether it is a whole one, and not a byte of one
    void add(int value, boolean character, int from, int to) {
        changed = true;
        if (character || value < 0x80) {
            flush();
            view.add((char) value, from, to);
        } else {
            pending.add(new int[] {value, from, to});
        }
    }

    /// One that is known as what it is.
    void character(char c, int from, int to) {
        flush();
        view.add(c, from, to);
        changed = true;
    }

    /// What stands there unwrapped.
    void literal(DecodedView text, int start, int end) {
        if (start < end) {
            flush();
            view.add(text, start, end);
        }
    }

    /// Whether anything came that did not stand there unwrapped.
    boolean changed() {
        return changed;
    }

    DecodedView view() {
        flush();
        return view;
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        for (int i = 0; i < pending.size(); ) {
            int lead = pending.get(i)[0];
            int count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
            String text = i + count <= pending.size() ? utf8(i, count) : "\uFFFD";
            if (text.indexOf('\uFFFD') >= 0) {
                view.add((char) lead, pending.get(i)[1], pending.get(i)[2]);
                i++;
                continue;
            }
            for (char unit : text.toCharArray()) {
                view.add(unit, pending.get(i)[1], pending.get(i + count - 1)[2]);
            }
            i += count;
        }
        pending.clear();
    }

    private String utf8(int start, int count) {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) pending.get(start + i)[0];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
