package org.mailmedic.explain.log;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// What a field of a log line may be.
final class FieldKind {
    private static final Set<String> LEVELS = Set.of("warning", "info", "error", "fatal", "panic");

    private FieldKind() {}

    static Predicate<String> of(String kind) {
        return switch (kind) {
            case "id" -> text -> text.length() >= 5 && text.length() <= 30 && all(text, Line::letterOrDigit) && !LEVELS.contains(text);
            case "n" -> text -> !text.isEmpty() && text.length() < 19 && all(text, Line::digit);
            case "d" -> text -> !text.isEmpty() && text.length() < 19 && all(text, each -> Line.digit(each) || each == '.')
                    && !text.equals(".");
            case "w" -> text -> text.indexOf(' ') < 0 && !text.isEmpty();
            case "a" -> text -> !text.isEmpty() && all(text, each -> Line.letterOrDigit(each) || each == '-');
            case "caps" -> text -> !text.isEmpty() && all(text, each -> each >= 'A' && each <= 'Z' || each == ' ' || each == '-');
            case "ip" -> FieldKind::address;
            case "esc" -> FieldKind::status;
            case "kv" -> FieldKind::pairs;
            case "level" -> LEVELS::contains;
            case "*" -> any -> true;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean all(String text, IntPredicate each) {
        return text.chars().allMatch(each);
    }

    private static boolean status(String text) {
        String[] parts = text.split("\\.", -1);
        return text.length() <= 9 && parts.length == 3 && !text.isEmpty() && "245".indexOf(text.charAt(0)) >= 0
                && parts[0].length() == 1 && !parts[1].isEmpty() && !parts[2].isEmpty() && all(parts[1] + parts[2], Line::digit);
    }

    /// `key=value` first; what follows is not looked at.
    private static boolean pairs(String text) {
        int equals = text.indexOf('=');
        return equals > 0 && equals < 30 && all(text.substring(0, equals), each -> each >= 'a' && each <= 'z' || each == '_');
    }

    private static boolean address(String text) {
        if (text.length() > 45) {
            return false;
        }
        return text.indexOf(':') < 0 ? four(text) : six(text);
    }

    private static boolean four(String text) {
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !all(part, Line::digit) || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean six(String text) {
        int zone = text.indexOf('%');
        String[] groups = (zone < 0 ? text : text.substring(0, zone)).split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            boolean last = i == groups.length - 1;
            boolean mapped = last && groups[i].indexOf('.') > 0 && four(groups[i]);
            boolean hex = groups[i].length() <= 4 && all(groups[i], each -> Character.digit(each, 16) >= 0);
            if (!mapped && !hex) {
                return false;
            }
            count += mapped ? 2 : 1;
        }
        return text.contains("::") ? count <= 9 : count == 8;
    }
}
