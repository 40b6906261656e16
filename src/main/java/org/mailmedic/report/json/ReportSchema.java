package org.mailmedic.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.PlainText;

/// Holds a document against the schema that ships with the program (`assets/report.schema.json`). Understands the part of JSON Schema
/// 2020-12
/// that this schema uses, and refuses to be built from a schema that uses more. Immutable.
public final class ReportSchema {
    private static final int MOST_COMPLAINTS = 100;
    private static final List<String> SAY_NOTHING = List.of("$schema", "$id", "$defs", "title", "description", "if", "then");

    private final Map<?, ?> root;

    private ReportSchema(Map<?, ?> root) {
        this.root = root;
    }

    /// One place where a document departs from the schema.
    ///
    /// @param at   path of the place, names and numbers joined by `/`; empty for the whole
    /// @param rule name of the schema's rule, such as `required` or `enum`
    /// @param want what the rule asks for, in short
    public record Complaint(String at, String rule, String want) {}

    public static ReportSchema shipped() {
        try (var in = ReportSchema.class.getResourceAsStream("report.schema.json")) {
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReportSchema of(byte[] json) {
        try {
            return new ReportSchema(map(JsonTree.read(json)));
        } catch (JsonTree.Unreadable broken) {
            throw new IllegalStateException("the schema is not readable", broken);
        }
    }

    /// All complaints, the first hundred of them.
    public List<Complaint> check(Object document) {
        var complaints = new ArrayList<Complaint>();
        check(document, root, "", complaints);
        return complaints.size() > MOST_COMPLAINTS ? List.copyOf(complaints.subList(0, MOST_COMPLAINTS)) : List.copyOf(complaints);
    }

    private void check(Object value, Map<?, ?> schema, String at, List<Complaint> complaints) {
        for (var rule : schema.entrySet()) {
            if (complaints.size() > MOST_COMPLAINTS) {
                return;
            }
            apply(rule.getKey().toString(), rule.getValue(), value, schema, at, complaints);
        }
        if (schema.get("if") instanceof Map<?, ?> condition && schema.get("then") instanceof Map<?, ?> then) {
            var unmet = new ArrayList<Complaint>();
            check(value, condition, at, unmet);
            if (unmet.isEmpty()) {
                check(value, then, at, complaints);
            }
        }
    }

    private void apply(String rule, Object wanted, Object value, Map<?, ?> schema, String at, List<Complaint> complaints) {
        switch (rule) {
            case "$ref" -> check(value, definition(wanted.toString()), at, complaints);
            case "allOf" -> ((List<?>) wanted).forEach(each -> check(value, (Map<?, ?>) each, at, complaints));
            case "properties" -> properties(value, (Map<?, ?>) wanted, at, complaints);
            case "additionalProperties" -> additional(value, wanted, schema, at, complaints);
            case "required" -> required(value, (List<?>) wanted, at, complaints);
            case "items" -> items(value, (Map<?, ?>) wanted, at, complaints);
            default -> {
                if (!SAY_NOTHING.contains(rule) && !holds(rule, wanted, value)) {
                    complaints.add(new Complaint(PlainText.of(at), rule, PlainText.of(wanted.toString(), 80)));
                }
            }
        }
    }

    /// The rules that look at one value alone. Each says nothing about values of another type than its own.
    private static boolean holds(String rule, Object wanted, Object value) {
        return switch (rule) {
            case "type" -> wanted instanceof List<?> several ? several.stream().anyMatch(type -> isA(value, type.toString()))
                    : isA(value, wanted.toString());
            case "const" -> same(wanted, value);
            case "enum" -> ((List<?>) wanted).stream().anyMatch(each -> same(each, value));
            case "pattern" -> !(value instanceof String text) || Pattern.compile(wanted.toString()).matcher(text).find();
            case "minLength" -> !(value instanceof String text) || length(text) >= number(wanted).intValue();
            case "maxLength" -> !(value instanceof String text) || length(text) <= number(wanted).intValue();
            case "minimum" -> !(value instanceof Number) || number(value).compareTo(number(wanted)) >= 0;
            case "maximum" -> !(value instanceof Number) || number(value).compareTo(number(wanted)) <= 0;
            case "exclusiveMinimum" -> !(value instanceof Number) || number(value).compareTo(number(wanted)) > 0;
            case "minItems" -> !(value instanceof List<?> list) || list.size() >= number(wanted).intValue();
            case "maxItems" -> !(value instanceof List<?> list) || list.size() <= number(wanted).intValue();
            case "uniqueItems" -> !(value instanceof List<?> list) || new HashSet<Object>(list).size() == list.size();
            default -> throw new IllegalArgumentException("the schema uses a rule that is not understood here: " + rule);
        };
    }

    private void properties(Object value, Map<?, ?> wanted, String at, List<Complaint> complaints) {
        if (value instanceof Map<?, ?> object) {
            wanted.forEach((name, schema) -> {
                if (object.containsKey(name)) {
                    check(object.get(name), (Map<?, ?>) schema, at + "/" + name, complaints);
                }
            });
        }
    }

    private static void additional(Object value, Object wanted, Map<?, ?> schema, String at, List<Complaint> complaints) {
        if (value instanceof Map<?, ?> object && Boolean.FALSE.equals(wanted)) {
            for (Object name : object.keySet()) {
                if (!map(schema.get("properties")).containsKey(name) && complaints.size() <= MOST_COMPLAINTS) {
                    complaints.add(new Complaint(PlainText.of(at + "/" + name), "additionalProperties", ""));
                }
            }
        }
    }

    private static void required(Object value, List<?> wanted, String at, List<Complaint> complaints) {
        if (value instanceof Map<?, ?> object) {
            wanted.stream().filter(name -> !object.containsKey(name))
                    .forEach(name -> complaints.add(new Complaint(PlainText.of(at + "/" + name), "required", "")));
        }
    }

    private void items(Object value, Map<?, ?> schema, String at, List<Complaint> complaints) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size() && complaints.size() <= MOST_COMPLAINTS; i++) {
                check(list.get(i), schema, at + "/" + i, complaints);
            }
        }
    }

    /// A part of the schema, which is our own.
    private static Map<?, ?> map(@Nullable Object part) {
        return (Map<?, ?>) Objects.requireNonNull(part);
    }

    private Map<?, ?> definition(String reference) {
        String name = reference.substring("#/$defs/".length());
        return map(map(root.get("$defs")).get(name));
    }

    private static boolean isA(Object value, String type) {
        return switch (type) {
            case "null" -> value == null;
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number && number(value).stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalArgumentException("the schema uses a type that is not understood here: " + type);
        };
    }

    private static boolean same(Object wanted, Object value) {
        return wanted instanceof Number && value instanceof Number ? number(wanted).compareTo(number(value)) == 0 : wanted.equals(value);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static BigDecimal number(Object number) {
        return new BigDecimal(number.toString());
    }
}
