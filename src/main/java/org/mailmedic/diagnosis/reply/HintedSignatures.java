package org.mailmedic.diagnosis.reply;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Signatures that are made, and whose expressions are compiled, only for a text that holds a [PatternHint] of theirs.
///
/// A cold program would need longer to read the data files with all that stands beside the signatures, and the hints off each expression,
/// than for everything else it does with a text. So the build reads them (`installer/signatures`), and leaves an index: for each signature
/// how many bytes follow, how many expressions, for each of these how many hints, for each of these how many bytes and these bytes; then
/// its fields, as lines in UTF-8. Numbers are of two bytes, the higher one first.
public final class HintedSignatures<S> {
    private final List<Hinted<S>> all;

    private HintedSignatures(List<Hinted<S>> all) {
        this.all = List.copyOf(all);
    }

    /// One of them.
    public static final class Hinted<S> {
        private final byte[] data;
        private final int from;
        private final int end;
        private final Function<SignatureFields, S> maker;
        private @Nullable S made;

        private Hinted(byte[] data, int from, int end, Function<SignatureFields, S> maker) {
            this.data = data;
            this.from = from;
            this.end = end;
            this.maker = maker;
        }

        /// Those of its expressions that can match in a text, by their places under `says`; a single 0 where it has none.
        public List<Integer> possible(FoldedText text) {
            List<Integer> possible = List.of();
            int expressions = number(data, from);
            int at = from + Short.BYTES;
            for (int i = 0; i < expressions; i++) {
                int hints = number(data, at);
                at += Short.BYTES;
                boolean any = hints == 0;
                for (int j = 0; j < hints; j++) {
                    int length = number(data, at);
                    any = any || text.holds(data, at + Short.BYTES, length);
                    at += Short.BYTES + length;
                }
                if (any) {
                    possible = possible.isEmpty() ? new ArrayList<>() : possible;
                    possible.add(i);
                }
            }
            return expressions == 0 ? List.of(0) : possible;
        }

        public synchronized S signature() {
            if (made == null) {
                int at = from + Short.BYTES;
                for (int i = number(data, from); i > 0; i--) {
                    int hints = number(data, at);
                    at += Short.BYTES;
                    for (int j = 0; j < hints; j++) {
                        at += Short.BYTES + number(data, at);
                    }
                }
                made = maker.apply(SignatureFields.read(new String(data, at, end - at, StandardCharsets.UTF_8)));
            }
            return made;
        }
    }

    private static int number(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    /// Reads an index that ships with the program.
    ///
    /// @param beside a class of the program, whose resources are looked into
    public static <S> HintedSignatures<S> read(Class<?> beside, String name, Function<SignatureFields, S> maker) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            byte[] data = in.readAllBytes();
            var all = new ArrayList<Hinted<S>>();
            for (int at = 0; at < data.length; ) {
                int from = at + Short.BYTES;
                at = from + number(data, at);
                all.add(new Hinted<>(data, from, at, maker));
            }
            return new HintedSignatures<>(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /// The index of these.
    public static byte[] index(List<SignatureFields> signatures) throws IOException {
        var index = new ByteArrayOutputStream();
        for (SignatureFields each : signatures) {
            var bytes = new ByteArrayOutputStream();
            var entry = new DataOutputStream(bytes);
            List<String> says = each.texts("says");
            entry.writeShort(says.size());
            for (String expression : says) {
                List<String> hints = PatternHint.of(expression);
                entry.writeShort(hints.size());
                for (String hint : hints) {
                    // two bytes of length, and the text in UTF-8
                    entry.writeUTF(hint);
                }
            }
            entry.write(each.lines().getBytes(StandardCharsets.UTF_8));
            if (bytes.size() > 0xffff) {
                throw new IllegalArgumentException("too long: " + each);
            }
            new DataOutputStream(index).writeShort(bytes.size());
            bytes.writeTo(index);
        }
        return index.toByteArray();
    }

    /// In the order of the files.
    public List<Hinted<S>> all() {
        return all;
    }
}
