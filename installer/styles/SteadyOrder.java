import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;

/// Lets the same stylesheet become the same bytes each time. JavaFX writes the states of a selector such as `:filled:hover` in the order of
/// an immutable set, and Java walks such sets in another order with every run, on purpose. JavaFX keeps each of these sets once, so it is
/// given its own here beforehand, ordered as in the stylesheet.
final class SteadyOrder {
    private static final Pattern STATES = Pattern.compile("(?::[a-z][a-z-]*){2,}");

    private SteadyOrder() {}

    static void give(String css) {
        var kept = kept();
        STATES.matcher(css).results().map(match -> match.group().substring(1).split(":")).forEach(names -> {
            var states = new LinkedHashSet<PseudoClass>();
            for (var name : names) {
                states.add(PseudoClass.getPseudoClass(name));
            }
            kept.putIfAbsent(new HashSet<>(states), Collections.unmodifiableSet(states));
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<Set<PseudoClass>, Set<PseudoClass>> kept() {
        try {
            Field cache = Class.forName("com.sun.javafx.css.ImmutablePseudoClassSetsCache").getDeclaredField("CACHE");
            cache.setAccessible(true);
            return (Map<Set<PseudoClass>, Set<PseudoClass>>) cache.get(null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("this JavaFX keeps its sets elsewhere, so that two builds would differ", changed);
        }
    }
}
