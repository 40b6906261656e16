package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.mailmedic.advice.AdvicePage.Condition;
import org.mailmedic.advice.AdvicePage.Heading;
import org.mailmedic.advice.AdvicePage.Section;
import org.mailmedic.advice.AdvicePage.StepLine;

/// Reads one page of advice: a `#` title, a summary, `##` sections whose headings say when they apply, numbered steps.
/// A page that breaks the format is refused with the reason; a test reads them all.
final class PageReader {
    private static final Pattern TAG = Pattern.compile("\\s*\\[(?:(ask)|change: ([^\\]]+)|((?:when|unless) [^\\]]+))]$");
    private static final Pattern CONDITION = Pattern.compile("(when|unless) ([a-zA-Z]+)(?:=(.+))?", Pattern.CASE_INSENSITIVE);

    private final List<Section> sections = new ArrayList<>();
    private Passage title = Passage.NONE;
    private Passage summary = Passage.NONE;
    private Optional<Heading> heading = Optional.empty();
    private List<AdvicePage.Paragraph> paragraphs = new ArrayList<>();
    private List<StepLine> steps = new ArrayList<>();

    private PageReader() {}

    static AdvicePage read(String markdown) {
        var reader = new PageReader();
        for (Node node = Parser.builder().build().parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            reader.block(node);
        }
        reader.close();
        if (reader.title.isEmpty()) {
            throw new IllegalArgumentException("a page needs a title");
        }
        return new AdvicePage(reader.title, reader.summary, reader.sections);
    }

    /// Asked one by one: a switch over types is made anew at every start, which is slower than the page.
    private void block(Node node) {
        if (node instanceof org.commonmark.node.Heading head && head.getLevel() == 1) {
            title = passage(head);
        } else if (node instanceof org.commonmark.node.Heading) {
            close();
            heading = Optional.of(heading(Passage.of(PieceReader.flat(node)).plain(Map.of())));
        } else if (node instanceof Paragraph && heading.isEmpty()) {
            summary = summary.and(passage(node));
        } else if (node instanceof Paragraph) {
            paragraphs.add(new AdvicePage.Paragraph(passage(node), false));
        } else if (node instanceof BulletList) {
            items(node).forEach(item -> paragraphs.add(new AdvicePage.Paragraph(passage(item), true)));
        } else if (node instanceof OrderedList) {
            items(node).forEach(item -> steps.add(step(item)));
        } else {
            throw new IllegalArgumentException("a page has no place for " + node);
        }
    }

    private void close() {
        heading.ifPresent(h -> sections.add(new Section(h, paragraphs, steps)));
        paragraphs = new ArrayList<>();
        steps = new ArrayList<>();
    }

    private static List<Node> items(Node list) {
        var items = new ArrayList<Node>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item);
        }
        return items;
    }

    private static Heading heading(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "do this" -> new Heading.Plainly();
            case "do this if your website sends the mail" -> new Heading.WhenSending("website");
            case "do this if a device sends the mail" -> new Heading.WhenSending("device");
            case "do this if this is the sending server" -> new Heading.WhenSending("server");
            case "ask them" -> new Heading.Letter(Optional.empty());
            case "why" -> new Heading.Background();
            default -> {
                if (lower.startsWith("do this on ")) {
                    yield new Heading.OnSystem(words.substring("do this on ".length()));
                }
                if (lower.startsWith("do this with ")) {
                    yield new Heading.WithProvider(Arrays.asList(words.substring("do this with ".length()).split(", | or ")));
                }
                if (lower.startsWith("ask them ")) {
                    yield new Heading.Letter(Optional.of(condition(words.substring("ask them ".length()))));
                }
                yield new Heading.InCase(condition(words));
            }
        };
    }

    private static Condition condition(String words) {
        var matcher = CONDITION.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no heading of a page: " + words);
        }
        return new Condition(matcher.group(2), Optional.ofNullable(matcher.group(3)), matcher.group(1).equalsIgnoreCase("when"));
    }

    /// Tags at the end say what kind of step it is, `[change: value]` or `[ask]`, and when it applies, `[when port=25]` or `[unless …]`.
    private static StepLine step(Node item) {
        var pieces = PieceReader.flat(item);
        var kind = StepLine.Kind.DO;
        var value = Passage.NONE;
        Optional<Condition> only = Optional.empty();
        while (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Text(var words, var style)) {
            var tag = TAG.matcher(words);
            if (!tag.find()) {
                break;
            }
            pieces.set(pieces.size() - 1, new Piece.Text(words.substring(0, tag.start()), style));
            if (tag.group(1) != null) {
                kind = StepLine.Kind.ASK;
            } else if (tag.group(2) != null) {
                kind = StepLine.Kind.CHANGE;
                value = passage(List.of(new Piece.Text(tag.group(2), style)));
            } else {
                only = Optional.of(condition(tag.group(3)));
            }
        }
        return new StepLine(passage(pieces), kind, value, only);
    }

    private static Passage passage(Node node) {
        return passage(PieceReader.flat(node));
    }

    private static Passage passage(List<Piece> pieces) {
        return Passage.of(PieceReader.withHoles(pieces));
    }
}
