package org.mailmedic.report.html;

import java.util.Set;
import org.mailmedic.advice.PlainText;

/// Writes HTML. Names of elements and attributes are ours; everything else is escaped here, without exception.
public final class HtmlWriter {
    private static final Set<String> INLINE = Set.of("span", "strong");

    private final StringBuilder html = new StringBuilder();

    /// @param attributes names and values in turn
    public void open(String name, String... attributes) {
        start(name, attributes);
        html.append(INLINE.contains(name) ? ">" : ">\n");
    }

    public void close(String name) {
        html.append("</").append(name).append(INLINE.contains(name) ? ">" : ">\n");
    }

    /// One that has no content.
    void empty(String name, String... attributes) {
        start(name, attributes);
        html.append("rect".equals(name) ? "/>\n" : ">\n");
    }

    public void element(String name, String text, String... attributes) {
        start(name, attributes);
        html.append('>');
        escape(text);
        close(name);
    }

    /// What is written here is ours, never a report's.
    public void raw(String ours) {
        html.append(ours);
    }

    private void start(String name, String... attributes) {
        html.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                html.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                html.append('"');
            }
        }
    }

    /// For text and for quoted attribute values alike. Texts are inert already; should one not be, it is made so here.
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append('\n');
                default -> {
                    if (PlainText.dangerous(c)) {
                        html.append(String.format("\\u%04x", c));
                    } else {
                        html.appendCodePoint(c);
                    }
                }
            }
        });
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
