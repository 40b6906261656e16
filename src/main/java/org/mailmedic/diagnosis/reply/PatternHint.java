package org.mailmedic.diagnosis.reply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Stretches of letters without which a regular expression cannot match, read off the expression itself. A text that holds none of them
/// need not be searched, and the expression need not even be compiled, which takes a cold program longer than the search.
final class PatternHint {
    /// A stretch that is shorter stands in most texts.
    private static final int SHORTEST = 2;
    private static final int MOST = 40;
    /// Escapes that stand for a kind of character or for a place; what other letters behind a backslash mean is not read here.
    private static final String KINDS = "dDwWsShHvVRXbBAzZGtnrfea";

    private final String expression;
    private int at;

    private PatternHint(String expression) {
        this.expression = expression;
    }

    /// @return in the letters of [FoldedText], one of which every match holds; empty when nothing can be said
    static List<String> of(String expression) {
        var reader = new PatternHint(expression);
        try {
            Set<String> best = reader.choice();
            return reader.at < expression.length() ? List.of() : List.copyOf(best);
        } catch (Unread beyond) {
            return List.of();
        }
    }

    /// Alternatives, up to the end or a closing bracket: each must have a stretch of its own.
    private Set<String> choice() {
        var all = new LinkedHashSet<String>();
        boolean silent = false;
        do {
            Optional<Set<String>> one = sequence();
            silent |= one.isEmpty();
            one.ifPresent(all::addAll);
        } while (taken('|'));
        return silent || all.size() > MOST ? Set.of() : all;
    }

    private Optional<Set<String>> sequence() {
        var possible = new ArrayList<Set<String>>();
        var run = new StringBuilder();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            Optional<Character> letter = Optional.empty();
            Set<String> inside = Set.of();
            char c = expression.charAt(at++);
            switch (c) {
                case '(' -> inside = group();
                case '[' -> skipClass();
                case '\\' -> letter = escaped();
                case '.', '^', '$' -> { }
                case '?', '*', '+', '{' -> throw new Unread();
                default -> letter = Optional.of(c);
            }
            boolean surely = !optional();
            letter = letter.filter(each -> surely && each >= ' ' && each != '|' && !Character.isSurrogate(each));
            letter.ifPresent(run::append);
            boolean repeated = quantified();
            if (letter.isEmpty() || repeated) {
                end(run, possible);
            }
            if (surely && !inside.isEmpty()) {
                possible.add(inside);
            }
        }
        end(run, possible);
        return possible.stream().max(PatternHint::telling);
    }

    /// The longer its shortest stretch the more it tells, and of two alike the one with fewer.
    private static int telling(Set<String> one, Set<String> other) {
        int longer = Integer.compare(shortest(one), shortest(other));
        return longer != 0 ? longer : Integer.compare(other.size(), one.size());
    }

    private static int shortest(Set<String> stretches) {
        return stretches.stream().mapToInt(String::length).min().orElse(0);
    }

    private static void end(StringBuilder run, List<Set<String>> possible) {
        if (run.length() >= SHORTEST) {
            possible.add(Set.of(FoldedText.folded(run.toString())));
        }
        run.setLength(0);
    }

    /// What follows a letter, a class or a group: whether it may be left out.
    private boolean optional() {
        char next = at < expression.length() ? expression.charAt(at) : ' ';
        return next == '?' || next == '*' || next == '{' && expression.startsWith("{0", at);
    }

    /// Steps over how often something stands there; whether it says so at all.
    private boolean quantified() {
        char next = at < expression.length() ? expression.charAt(at) : ' ';
        if ("?*+{".indexOf(next) < 0) {
            return false;
        }
        at = next == '{' ? expression.indexOf('}', at) + 1 : at + 1;
        if (!taken('?')) {
            taken('+');
        }
        return true;
    }

    private Set<String> group() {
        boolean counts = true;
        if (taken('?')) {
            char kind = expression.charAt(at++);
            char second = expression.charAt(at);
            switch (kind) {
                case ':', '>' -> { }
                case '=', '!' -> counts = false;
                case '<' -> {
                    counts = second != '=' && second != '!';
                    at = counts ? expression.indexOf('>', at) + 1 : at + 1;
                }
                default -> {
                    // flags without regard to case change nothing here
                    while (":)".indexOf(expression.charAt(at - 1)) < 0) {
                        if ("imsu".indexOf(expression.charAt(at - 1)) < 0) {
                            throw new Unread();
                        }
                        at++;
                    }
                    if (expression.charAt(at - 1) == ')') {
                        return Set.of();
                    }
                }
            }
        }
        Set<String> inside = choice();
        if (!taken(')')) {
            throw new Unread();
        }
        return counts ? inside : Set.of();
    }

    /// Behind the opening bracket of a class of characters, which may hold others.
    private void skipClass() {
        int depth = 1;
        taken('^');
        taken(']');
        while (depth > 0) {
            if (at >= expression.length() || expression.startsWith("\\Q", at)) {
                throw new Unread();
            }
            char c = expression.charAt(at++);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\\' ? 1 : 0;
        }
    }

    private Optional<Character> escaped() {
        char c = expression.charAt(at++);
        if (c == 'p' || c == 'P') {
            at = expression.charAt(at) == '{' ? expression.indexOf('}', at) + 1 : at + 1;
            return Optional.empty();
        }
        if (KINDS.indexOf(c) >= 0) {
            return Optional.empty();
        }
        if (Character.isLetterOrDigit(c)) {
            throw new Unread();
        }
        return Optional.of(c);
    }

    private boolean taken(char wanted) {
        boolean here = at < expression.length() && expression.charAt(at) == wanted;
        at += here ? 1 : 0;
        return here;
    }

    /// Something that is not read here: nothing is said of the expression then.
    private static final class Unread extends RuntimeException {}
}
