package org.mailmedic.diagnosis.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What stands in one signature of a data file, as plain texts. Immutable.
public record SignatureFields(Map<String, List<String>> values) {
    /// @param entry whose fields are texts, numbers, truth values, or lists of these
    public static SignatureFields of(JsonNode entry) {
        var all = new LinkedHashMap<String, List<String>>();
        entry.propertyStream().forEach(field -> all.put(field.getKey(), field.getValue().isArray()
                ? field.getValue().valueStream().map(JsonNode::asString).toList() : List.of(field.getValue().asString())));
        return new SignatureFields(all);
    }

    /// What [#lines] has made.
    ///
    /// @param lines a field a line, its name first, divided by tabs
    static SignatureFields read(String lines) {
        var all = new LinkedHashMap<String, List<String>>();
        for (String line : lines.split("\n")) {
            List<String> words = List.of(line.split("\t", -1));
            all.put(words.getFirst(), words.subList(1, words.size()));
        }
        return new SignatureFields(all);
    }

    String lines() {
        if (values.values().stream().flatMap(List::stream).anyMatch(text -> text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a tab or a line end in " + values);
        }
        return values.entrySet().stream().filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "\t" + String.join("\t", field.getValue())).collect(Collectors.joining("\n"));
    }

    public SignatureFields with(String name, String text) {
        var all = new LinkedHashMap<>(values);
        all.put(name, List.of(text));
        return new SignatureFields(all);
    }

    /// Empty where there is no such field.
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    public String text(String name, String otherwise) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? otherwise : texts.getFirst();
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name, "false"));
    }
}
