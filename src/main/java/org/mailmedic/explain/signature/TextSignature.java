package org.mailmedic.explain.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.plan.Stage;
import tools.jackson.databind.JsonNode;

/// One way in which programs say what stopped a mail: an entry of `explain/*.json`. Thread-safe.
public final class TextSignature {
    /// How near it is to the cause.
    public enum Role {
        /// Names the cause.
        CAUSE,
        /// A sentence that stands around any cause, and counts only where no cause is named.
        WRAPPER,
        /// Says that the line tells of something that went well, or of something else altogether.
        NOTHING
    }

    /// @param code       the cause
    /// @param also       what may be the cause as well, where the words cannot decide
    /// @param confidence 0 to 1
    /// @param facts      what the words name: `host`, `port` …
    /// @param from       where in the searched text it begins
    /// @param to         where it ends
    public record Hit(TextSignature signature, Code code, Stage stage, List<Code> also, double confidence, Facts facts, int from, int to) {}

    private final String id;
    private final Code code;
    private final Stage stage;
    private final Role role;
    private final double confidence;
    private final boolean anywhere;
    private final boolean across;
    private final List<Code> also;
    private final List<String> says;
    private final List<List<String>> hints;
    private final List<String> unless;
    private final List<Example> examples;
    private final List<Example> near;
    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    /// @param text what a program printed
    public record Example(String text) {}

    private TextSignature(String file, JsonNode node) {
        id = file + "." + node.path("id").asString();
        code = Code.of(node.path("code").asString()).orElseThrow(() -> new IllegalArgumentException("no code: " + node));
        stage = node.path("stage").isString() ? Stage.valueOf(node.path("stage").asString().toUpperCase(Locale.ROOT)) : code.stage();
        role = Role.valueOf(node.path("role").asString("cause").toUpperCase(Locale.ROOT));
        confidence = node.path("confidence").asDouble(0.8);
        anywhere = node.path("anywhere").asBoolean(false);
        across = node.path("across").asBoolean(false);
        also = texts(node.path("also")).stream().map(each -> Code.of(each).orElseThrow()).toList();
        says = texts(node.path("says"));
        hints = says.stream().map(SignatureHint::of).toList();
        unless = texts(node.path("unless"));
        examples = texts(node.path("examples")).stream().map(Example::new).toList();
        near = texts(node.path("near")).stream().map(Example::new).toList();
    }

    static TextSignature of(String file, JsonNode node) {
        return new TextSignature(file, node);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    public String id() {
        return id;
    }

    public Role role() {
        return role;
    }

    /// Whether its words mean mail wherever they stand; otherwise the text around must be about mail.
    public boolean anywhere() {
        return anywhere;
    }

    /// Whether its words stand on several lines: it is searched in the text as a whole.
    public boolean across() {
        return across;
    }

    public List<String> says() {
        return says;
    }

    public List<Example> examples() {
        return examples;
    }

    public List<Example> near() {
        return near;
    }

    Code code() {
        return code;
    }

    /// Those of its patterns that can match in a text, by the letters they cannot do without.
    ///
    /// @param lower the whole text in lower case
    List<Integer> possible(String lower) {
        var possible = new ArrayList<Integer>();
        for (int i = 0; i < says.size(); i++) {
            if (hinted(i, lower)) {
                possible.add(i);
            }
        }
        return possible;
    }

    private boolean hinted(int pattern, String lower) {
        List<String> words = hints.get(pattern);
        boolean any = words.isEmpty();
        for (int i = 0; i < words.size() && !any; i++) {
            any = lower.contains(words.get(i));
        }
        return any;
    }

    /// Searches one line.
    ///
    /// @param lower    the same in lower case
    /// @param patterns of [#possible]
    Optional<Hit> find(String line, String lower, List<Integer> patterns) {
        for (int each : patterns) {
            if (!hinted(each, lower)) {
                continue;
            }
            Matcher matcher = pattern(says.get(each)).matcher(line);
            if (matcher.find() && unless.stream().noneMatch(no -> pattern(no).matcher(line).find())) {
                return Optional.of(new Hit(this, code, stage, also, confidence, facts(matcher), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private Pattern pattern(String expression) {
        return compiled.computeIfAbsent(expression, each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /// Named groups of a pattern become facts.
    private static Facts facts(Matcher matcher) {
        var facts = Facts.none();
        for (String name : matcher.namedGroups().keySet().stream().sorted().toList()) {
            facts = facts.and(name, matcher.group(name));
        }
        return facts;
    }
}
