package org.mailmedic.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads what stands inside a block of a page: words, their emphasis, and `{holes}`.
final class PieceReader {
    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private PieceReader() {}

    /// The block's text as it stands, holes still among the words; neighbours of one style are one piece.
    static List<Piece> flat(Node block) {
        var pieces = new ArrayList<Piece>();
        flatten(block, Piece.Style.PLAIN, pieces);
        return pieces;
    }

    /// `pieces` with their holes taken out of the words.
    static List<Piece> withHoles(List<Piece> pieces) {
        var split = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text(var words, var style)) {
                split(words, style, split);
            } else {
                split.add(piece);
            }
        }
        return split;
    }

    private static void split(String words, Piece.Style style, List<Piece> into) {
        var matcher = HOLE.matcher(words);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                into.add(new Piece.Text(words.substring(from, matcher.start()), style));
            }
            into.add(new Piece.Hole(matcher.group(1), style));
            from = matcher.end();
        }
        if (from < words.length()) {
            into.add(new Piece.Text(words.substring(from), style));
        }
    }

    private static void flatten(Node parent, Piece.Style style, List<Piece> into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), style, into);
                case SoftLineBreak _ -> add(" ", style, into);
                case HardLineBreak _ -> add(" ", style, into);
                case Code code -> add(code.getLiteral(), Piece.Style.CODE, into);
                case Emphasis emphasis -> flatten(emphasis, Piece.Style.EMPHASIS, into);
                case StrongEmphasis strong -> flatten(strong, Piece.Style.STRONG, into);
                case Link link -> into.add(new Piece.Link(linkWords(link), link.getDestination()));
                case Paragraph paragraph -> {
                    if (!into.isEmpty()) {
                        add(" ", style, into);
                    }
                    flatten(paragraph, style, into);
                }
                default -> throw new IllegalArgumentException("a page has no place for " + node);
            }
        }
    }

    private static String linkWords(Link link) {
        return link.getFirstChild() instanceof Text text ? text.getLiteral() : link.getDestination();
    }

    private static void add(String words, Piece.Style style, List<Piece> into) {
        if (!into.isEmpty() && into.getLast() instanceof Piece.Text(var before, var same) && same == style) {
            into.removeLast();
            into.add(new Piece.Text(before + words, style));
        } else {
            into.add(new Piece.Text(words, style));
        }
    }
}
