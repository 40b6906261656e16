package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.paste.format.PageWords.Label;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.EmailAddress;

/// A label that stood alone on its line, whose value may stand on one of the next lines.
final class LabelAbove {
    private static final int SHORTEST_PASSWORD = 6;
    private static final int MOST_LINES = 4;

    private final FieldCollector taking;
    private final PageWords words;
    private final PageProse prose;
    private Optional<Label> label = Optional.empty();
    private int lines;

    LabelAbove(FieldCollector taking, PageWords words, PageProse prose) {
        this.taking = taking;
        this.words = words;
        this.prose = prose;
    }

    /// A label stands alone.
    void is(Label alone) {
        label = Optional.of(alone);
        lines = 0;
    }

    /// Whether it is this one that waits for its value.
    boolean asksFor(Label wanted) {
        return label.filter(wanted::equals).isPresent();
    }

    void forget() {
        label = Optional.empty();
    }

    /// Takes the line if it is what the label above asks for. Another label, or a few lines of something else, end the waiting.
    ///
    /// @param valued whether the line has a label and a value of its own
    /// @return whether it was taken
    boolean takes(Snippet.Line line, Optional<Label> own, boolean valued) {
        if (label.isEmpty()) {
            return false;
        }
        if (fits(label.get(), line)) {
            take(label.get(), line);
            forget();
            return true;
        }
        if (own.isEmpty() || valued) {
            lines++;
            if (lines >= MOST_LINES || own.isPresent()) {
                forget();
            }
        }
        return false;
    }

    private boolean fits(Label above, Snippet.Line line) {
        String text = line.text().strip();
        List<ProseWords.Word> all = ProseWords.of(text);
        return switch (above) {
            case HOST -> all.size() <= 2 && !all.isEmpty() && !ProseWords.server(all.getFirst().text()).isEmpty();
            case PORT -> !all.isEmpty() && all.size() <= 2 && ProseWords.number(all.getFirst().text()) > 0;
            case SECURITY -> all.size() <= 3 && (line.lower().contains("tls") || line.lower().contains("ssl")
                    || PageEncryption.none(line.lower()));
            case USER -> all.size() == 1 && !PageSignIn.prose(line.lower().strip()) && words.ofLine(line.lower()).isEmpty()
                    && text.indexOf('•') < 0;
            case FROM -> PageSignIn.address(text).isPresent();
            case PASSWORD -> text.length() >= SHORTEST_PASSWORD && text.chars().noneMatch(c -> c <= ' ')
                    && EmailAddress.parse(text).isEmpty() && text.chars().anyMatch(c -> c < 0x80 && !Character.isLetter(c) && c != '.')
                            && words.ofLine(line.lower()).isEmpty();
            case BESIDE -> false;
        };
    }

    private void take(Label above, Snippet.Line line) {
        String text = line.text().strip();
        switch (above) {
            case HOST -> prose.host(ProseWords.of(text).getFirst().text(), text, line.number());
            case PORT -> taking.take(SlipField.PORT, ProseWords.of(text).getFirst().text(), line.number());
            case SECURITY -> prose.encryption(line, true);
            case USER -> taking.take(SlipField.USER, text, line.number());
            case FROM -> PageSignIn.address(text).ifPresent(address -> taking.take(SlipField.FROM, address, line.number()));
            case PASSWORD -> taking.take(SlipField.PASSWORD, text, line.number());
            case BESIDE -> { }
        }
    }
}
