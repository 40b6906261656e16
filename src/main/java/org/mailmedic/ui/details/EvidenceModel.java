package org.mailmedic.ui.details;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.PlainText;
import org.mailmedic.report.Report;

/// The raw facts as text, to be searched.
final class EvidenceModel {
    /// One piece of evidence.
    ///
    /// @param title its id
    /// @param body  names and values, one a line
    record Item(String title, String body) {
        boolean holds(String lower) {
            return title.toLowerCase(Locale.ROOT).contains(lower) || body.toLowerCase(Locale.ROOT).contains(lower);
        }

        String text() {
            return title + "\n" + body;
        }
    }

    private final List<Item> items;

    EvidenceModel(Report report) {
        items = report.evidence().stream().map(fact -> new Item(new DetailFact(fact).text("id"), lines(fact, ""))).toList();
    }

    List<Item> items() {
        return items;
    }

    /// What holds every word of `wanted`, in any order and case.
    List<Item> find(String wanted) {
        List<String> wordsOf = List.of(wanted.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return items.stream().filter(item -> wordsOf.stream().allMatch(item::holds)).toList();
    }

    static String text(List<Item> items) {
        return items.stream().map(Item::text).collect(Collectors.joining("\n"));
    }

    private static String lines(Map<?, ?> values, String indent) {
        return values.keySet().stream().filter(name -> !name.equals("id"))
                .map(name -> indent + name + value(values.get(name), indent)).collect(Collectors.joining());
    }

    private static String value(@Nullable Object value, String indent) {
        return switch (value) {
            case Map<?, ?> map -> ":\n" + lines(map, indent + "  ");
            case List<?> list when list.stream().anyMatch(Map.class::isInstance) ->
                    ":\n" + list.stream().map(each -> item(each, indent + "  ")).collect(Collectors.joining());
            case List<?> list -> ": " + list.stream().map(EvidenceModel::plain).collect(Collectors.joining(", ")) + "\n";
            case null -> ":\n";
            default -> ": " + plain(value) + "\n";
        };
    }

    private static String item(Object each, String indent) {
        return indent + "-" + (each instanceof Map<?, ?> map ? "\n" + lines(map, indent + "  ") : " " + plain(each) + "\n");
    }

    private static String plain(Object value) {
        return PlainText.of(String.valueOf(value));
    }
}
