package org.mailmedic.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The handful of states in which a language shows whether its words fit: what is short and narrow, and what is long.
final class LanguageStates {
    private static final List<String> NAMES = List.of("1-start", "2-account-slips", "4-answer", "4-watch", "7-explain", "4-website-empty");

    private LanguageStates() {}

    /// By name.
    static Map<String, Consumer<TestWindow>> all() {
        var all = new LinkedHashMap<String, Consumer<TestWindow>>();
        NAMES.forEach(name -> all.put(name, States.all().get(name)));
        all.put("8-domain", LanguageStates::domain);
        return all;
    }

    /// One of these, or of all states.
    static Consumer<TestWindow> find(String name) {
        return Optional.ofNullable(all().get(name)).orElseGet(() -> States.all().get(name));
    }

    private static void domain(TestWindow w) {
        w.does(() -> w.walk().cards().stream().filter(offer -> offer.id().equals("domain")).findFirst().orElseThrow().open().run());
    }
}
