package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailmedic.pasted.Token.Pair;

/// The pairs of a text in the order in which they stand there, by their whole key and by its last part, without regard to case. A key is
/// taken apart once, however often it comes.
final class Keys {
    private final Map<String, Places> spelled = new HashMap<>();
    private final Map<String, List<Pair>> byKey = new HashMap<>();
    private final Map<String, List<Pair>> byName = new HashMap<>();

    /// Where the pairs of one spelling go.
    private record Places(List<Pair> key, List<Pair> name) {}

    void add(Pair pair) {
        Places places = spelled.get(pair.key());
        if (places == null) {
            places = new Places(list(byKey, pair.key()), list(byName, pair.name()));
            spelled.put(pair.key(), places);
        }
        places.key().add(pair);
        places.name().add(pair);
    }

    private static List<Pair> list(Map<String, List<Pair>> lists, String word) {
        return lists.computeIfAbsent(word.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1));
    }

    /// Every key as it is spelled, each spelling once.
    Set<String> spellings() {
        return spelled.keySet();
    }

    List<Pair> key(String key) {
        return byKey.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    List<Pair> name(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
