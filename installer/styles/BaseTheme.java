import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The base theme styles every control that there is; the window shows a third of them. Its stylesheet is flat: comments, and rules of
/// selectors and declarations, none inside another.
final class BaseTheme {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

    private static final Pattern ADDRESS = Pattern.compile("url\\(\"?(?!data:)");

    private BaseTheme() {}

    static Set<String> unused(Path list) throws IOException {
        return Files.readAllLines(list).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The stylesheet without the selectors that name an unused style class, and without the rules that have no other.
    static String without(String css, Set<String> unused) {
        var left = new StringBuilder();
        var rules = RULE.matcher(COMMENT.matcher(css).replaceAll(""));
        while (rules.find()) {
            var selectors = Stream.of(rules.group(1).split(",")).map(String::strip)
                    .filter(selector -> classes(selector).noneMatch(name -> belongs(name, unused))).toList();
            if (!selectors.isEmpty()) {
                left.append(String.join(", ", selectors)).append(" {").append(rules.group(2)).append("}\n");
            }
        }
        if (left.isEmpty() || ADDRESS.matcher(left).find()) {
            throw new IllegalStateException("the base theme has no rules that can be read, or names files, "
                    + "whose place would be written down");
        }
        return left.toString();
    }

    /// The window's own stylesheets would not name what the window does not have.
    static void refuseUsed(String own, Set<String> unused) {
        List<String> used = RULE.matcher(COMMENT.matcher(own).replaceAll("")).results().flatMap(rule -> classes(rule.group(1)))
            .filter(name -> belongs(name, unused)).distinct().toList();
        if (!used.isEmpty()) {
            throw new IllegalStateException("the list of unused style classes has some that the window's stylesheets name: " + used);
        }
    }

    /// `html-editor-cut` belongs to `html-editor`.
    private static boolean belongs(String name, Set<String> unused) {
        return unused.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "-"));
    }

    private static Stream<String> classes(String selector) {
        return STYLE_CLASS.matcher(selector).results().map(match -> match.group(1));
    }
}
