package org.mailmedic.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.discover.Candidate;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Look;
import org.mailmedic.discover.Person;

/// What `discover` prints (contract: `mailmedic-discovery`, version 1; `assets/discovery.schema.json`).
final class DiscoveryForm {
    private DiscoveryForm() {}

    static Map<String, Object> json(Person person, Discovered found) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-discovery");
        all.put("version", 1);
        all.put("address", person.address().toString());
        all.put("candidates", found.candidates().stream().map(DiscoveryForm::candidate).toList());
        all.put("sources", found.answers().stream().map(DiscoveryForm::source).toList());
        found.meant().ifPresent(meant -> all.put("did_you_mean", meant));
        return all;
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("host", candidate.host());
        all.put("port", candidate.port());
        all.put("security", candidate.security().id());
        all.put("user", candidate.user());
        all.put("source", candidate.origin().id());
        all.put("trusted", candidate.trusted());
        all.put("confirm", candidate.confirm());
        return all;
    }

    private static Map<String, Object> source(Discovered.Answer answer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("source", answer.origin().id());
        all.put("status", answer.look().id());
        if (answer.look() instanceof Look.Failed(var because)) {
            all.put("because", PlainText.of(because));
        }
        all.put("took_ms", answer.tookMs());
        return all;
    }

    static String text(Person person, Discovered found, TextBook words) {
        var text = new StringBuilder();
        line(text, words.get(found.candidates().isEmpty() ? "nothing" : "found", Map.of("address", person.address())));
        found.meant().ifPresent(meant -> line(text, words.get("meant", Map.of("address", meant))));
        List<Candidate> candidates = found.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate each = candidates.get(i);
            line(text, "");
            line(text, words.get("candidate", Map.of("number", i + 1, "host", each.host(), "port", each.port(), "security",
                    words.get("security." + each.security().id()))));
            line(text, "   " + (each.user().isEmpty() ? words.get("user.own") : words.get("user", Map.of("user", each.user()))));
            line(text, "   " + words.get("source", Map.of("source", words.get("source." + each.origin().id()), "trust",
                    words.get(each.trusted() ? "trusted" : "untrusted"))));
            if (each.confirm()) {
                line(text, "   " + words.get("confirm", Map.of("domain", person.domain())));
            }
        }
        line(text, "");
        line(text, words.get("asked"));
        found.answers().forEach(answer -> line(text, "  " + answer(answer, words)));
        return text.toString();
    }

    /// What one source said.
    static String answer(Discovered.Answer answer, TextBook words) {
        return words.get("answer", Map.of("source", words.get("source." + answer.origin().id()), "look",
                words.get("look." + answer.look().id())));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
