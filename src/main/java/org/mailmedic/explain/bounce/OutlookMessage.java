package org.mailmedic.explain.bounce;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mailmedic.explain.bounce.CompoundFile.Entry;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.explain.text.PastedBytes;

/// A message as Outlook saves it (`.msg`, \[MS-OXMSG\]), written down as the source of a mail: its headers, its words, and what is
/// attached as text, such as the status of a delivery. A message that is attached to it is left aside, as one that came back is.
public final class OutlookMessage {
    private static final String PROPERTY = "__substg1.0_";
    private static final String ATTACHED = "__attach_version1.0_";
    private static final String SUBJECT = "0037";
    private static final String HEADERS = "007D";
    private static final String SENDER = "0C1A";
    private static final String BODY = "1000";
    private static final String RICH = "1009";
    private static final String PAGE = "1013";
    private static final String MESSAGE_ID = "1035";
    private static final String DATA = "3701";
    private static final String TEXT = "001F";
    private static final String OLD_TEXT = "001E";
    private static final String BYTES = "0102";
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_ATTACHED = 20;

    private final CompoundFile file;

    private OutlookMessage(CompoundFile file) {
        this.file = file;
    }

    /// @return empty where it is no such file, or holds no message
    public static Optional<String> source(byte[] bytes) {
        return CompoundFile.is(bytes) ? new OutlookMessage(CompoundFile.of(bytes)).source() : Optional.empty();
    }

    private Optional<String> source() {
        List<Entry> top = file.top();
        Optional<String> subject = text(top, SUBJECT);
        Optional<String> body = body(top);
        Optional<String> headers = text(top, HEADERS);
        if (subject.isEmpty() && body.isEmpty() && headers.isEmpty()) {
            return Optional.empty();
        }
        var source = new StringBuilder();
        headers.map(OutlookMessage::withoutForm).ifPresent(source::append);
        if (source.isEmpty()) {
            source.append("From: ").append(line(text(top, SENDER))).append("\nSubject: ").append(line(subject)).append("\nMessage-ID: ")
                    .append(line(text(top, MESSAGE_ID))).append('\n');
        }
        source.append('\n').append(body.orElse("")).append('\n');
        top.stream().filter(each -> each.storage() && each.name().startsWith(ATTACHED)).limit(MOST_ATTACHED)
                .flatMap(each -> attached(each).stream()).forEach(text -> source.append('\n').append(text).append('\n'));
        return Optional.of(source.toString());
    }

    /// The words; where they were saved as a page of the web or as rich text alone, out of that.
    private Optional<String> body(List<Entry> top) {
        return text(top, BODY).filter(text -> !text.isBlank())
                .or(() -> text(top, PAGE).or(() -> bytes(top, PAGE + BYTES).map(OutlookMessage::read))
                        .map(page -> CleanText.of("<br><br>" + page).text().strip()))
                .or(() -> bytes(top, RICH + BYTES).map(rich -> RichText.of(CompressedRtf.unpacked(rich, LONGEST), LONGEST)))
                .filter(text -> !text.isBlank());
    }

    private Optional<String> attached(Entry folder) {
        return bytes(file.inside(folder), DATA + BYTES).filter(OutlookMessage::readable).map(OutlookMessage::read);
    }

    private Optional<String> text(List<Entry> among, String property) {
        return bytes(among, property + TEXT).map(bytes -> CleanText.withPlainLines(new String(bytes, StandardCharsets.UTF_16LE)))
                .or(() -> bytes(among, property + OLD_TEXT).map(OutlookMessage::read));
    }

    private static String read(byte[] bytes) {
        return CleanText.withPlainLines(PastedBytes.readings(bytes).getFirst());
    }

    private Optional<byte[]> bytes(List<Entry> among, String property) {
        return among.stream().filter(each -> each.stream() && each.name().equalsIgnoreCase(PROPERTY + property)).findFirst()
                .map(each -> file.content(each, LONGEST));
    }

    /// Whether bytes are text: hardly any control characters.
    private static boolean readable(byte[] bytes) {
        int odd = 0;
        for (byte each : bytes) {
            odd += each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f' ? 1 : 0;
        }
        return bytes.length > 0 && odd * 100 <= bytes.length;
    }

    /// Headers without the fields that tell how the words were packed: they are unpacked.
    private static String withoutForm(String headers) {
        var kept = new StringBuilder();
        boolean skipping = false;
        for (String line : headers.strip().lines().toList()) {
            boolean more = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            skipping = more ? skipping : line.regionMatches(true, 0, "Content-", 0, 8);
            if (!skipping && !line.isBlank()) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static String line(Optional<String> text) {
        return text.orElse("").replaceAll("\\s+", " ").strip();
    }
}
