package org.mailmedic.pasted;

/// Tells what of a text is commented out, in any language's way.
final class Comments {
    private final String text;
    /// Where the last comment of each kind ends that goes over several lines.
    private final int lastJava;
    private final int lastHtml;
    /// Where the one ends that is being gone through.
    private int blockEnd;

    Comments(String text) {
        this.text = text;
        lastJava = text.lastIndexOf("*/") - 1;
        lastHtml = text.lastIndexOf("-->");
    }

    /// Where a line goes on that has its first character at `at`: behind a comment that began on a line above. `end` when it takes all.
    int behindOpenBlock(int at, int end) {
        return at < blockEnd ? Math.min(end, blockEnd) : at;
    }

    /// Behind a comment that begins here and may go over several lines; the same place when none does.
    int behindBlock(int at) {
        boolean java = text.startsWith("/*", at) && at < lastJava;
        boolean html = text.startsWith("<!--", at) && at < lastHtml;
        if (java || html) {
            blockEnd = java ? text.indexOf("*/", at + 2) + 2 : text.indexOf("-->", at) + 3;
            return Math.max(at, blockEnd);
        }
        return at;
    }

    /// Whether a line whose first character stands at `at` is commented out.
    boolean line(int at, int end) {
        char c = text.charAt(at);
        boolean defined = text.startsWith("#define ", at);
        return c == '#' && !defined || c == ';' || text.startsWith("//", at) || text.startsWith("<!--", at) && at >= lastHtml
                || text.startsWith("dnl ", at) || text.startsWith("-- ", at) || text.regionMatches(true, at, "rem ", 0, 4)
                || c == '*' && at + 1 < end && text.charAt(at + 1) != ' ';
    }

    /// Whether a remark begins here that goes to the end of the line.
    boolean remark(int at, int end) {
        return text.startsWith("# ", at) && at + 2 < end || text.startsWith("// ", at) && at + 3 < end;
    }

    /// Whether what stands here, behind a blank, is no longer part of a value without quotes.
    boolean behindValue(int at) {
        return text.startsWith("#", at) || text.startsWith("//", at) || text.startsWith("/*", at);
    }
}
