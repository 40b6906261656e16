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
            read(node, style, into);
        }
    }

    /// Asked one by one: a switch over types is made anew at every start, which is slower than the page.
    private static void read(Node node, Piece.Style style, List<Piece> into) {
        if (node instanceof Text text) {
            add(text.getLiteral(), style, into);
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            add(" ", style, into);
        } else if (node instanceof Code code) {
            add(code.getLiteral(), Piece.Style.CODE, into);
        } else if (node instanceof Emphasis) {
            flatten(node, Piece.Style.EMPHASIS, into);
        } else if (node instanceof StrongEmphasis) {
            flatten(node, Piece.Style.STRONG, into);
        } else if (node instanceof Link link) {
            into.add(new Piece.Link(linkWords(link), link.getDestination()));
        } else if (node instanceof Paragraph) {
            if (!into.isEmpty()) {
                add(" ", style, into);
            }
            flatten(node, style, into);
        } else {
            throw new IllegalArgumentException("a page has no place for " + node);
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
