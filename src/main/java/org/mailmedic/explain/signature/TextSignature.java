package org.mailmedic.explain.signature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.reply.SignatureFields;
import org.mailmedic.plan.Stage;

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
    private final List<String> unless;
    private final List<Example> examples;
    private final List<Example> near;
    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    /// @param text what a program printed
    public record Example(String text) {}

    private TextSignature(SignatureFields fields) {
        id = fields.text("id", "");
        code = Code.of(fields.text("code", "")).orElseThrow(() -> new IllegalArgumentException("no code: " + id));
        stage = fields.texts("stage").stream().map(each -> Stage.valueOf(each.toUpperCase(Locale.ROOT))).findFirst().orElse(code.stage());
        role = Role.valueOf(fields.text("role", "cause").toUpperCase(Locale.ROOT));
        confidence = Double.parseDouble(fields.text("confidence", "0.8"));
        anywhere = fields.flag("anywhere");
        across = fields.flag("across");
        also = fields.texts("also").stream().map(each -> Code.of(each).orElseThrow()).toList();
        says = fields.texts("says");
        unless = fields.texts("unless");
        examples = fields.texts("examples").stream().map(Example::new).toList();
        near = fields.texts("near").stream().map(Example::new).toList();
    }

    static TextSignature of(SignatureFields fields) {
        return new TextSignature(fields);
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

    /// Searches one line.
    ///
    /// @param patterns those of [#says] that can match in it, by their places
    Optional<Hit> find(String line, List<Integer> patterns) {
        for (int each : patterns) {
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
