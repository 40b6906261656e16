package org.mailmedic.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of the probe with `@NAMES@` in it that stand for what is known only when it is made.
final class Template {
    private static final Pattern NAME = Pattern.compile("@([A-Z0-9_]+)@");
    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template open(String resource) {
        try (InputStream in = Template.class.getResourceAsStream("/org/mailmedic/website/" + resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Each value is put in as it is, once: what looks like a name inside a value stays.
    byte[] fill(Map<String, String> values) {
        return NAME.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing stands for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        }).getBytes(StandardCharsets.UTF_8);
    }
}
