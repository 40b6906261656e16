package org.mailmedic.explain.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.plan.Stage;
import org.mailmedic.provider.ShippedData;
import tools.jackson.databind.JsonNode;

/// What mail servers write themselves when a delivery does not succeed, where no other server said anything: `wordings.json`, an ordered
/// list of which the first that fits counts. All its words must stand in the text, in their order; letters count alike.
final class Wordings {
    private static final String RESOURCE = "/org/mailmedic/explain/wordings.json";

    /// @param words   in lower case
    /// @param first   whether it counts before a reply that stands in the same text
    /// @param example a text that it is for, and one that is near to it and is not
    record Wording(List<String> words, Cause cause, boolean first, String example, String not) {
        boolean fits(String lower) {
            int at = 0;
            for (String word : words) {
                at = lower.indexOf(word, at);
                if (at < 0) {
                    return false;
                }
                at += word.length();
            }
            return true;
        }
    }

    private final List<Wording> all;

    Wordings() {
        all = ShippedData.read(Wordings.class, RESOURCE).path("wordings").valueStream()
                .filter(node -> Code.of(node.path("code").asString()).isPresent()).map(Wordings::wording).toList();
    }

    List<Wording> all() {
        return all;
    }

    /// @param first only those that count before a reply
    Optional<Cause> read(String text, boolean first) {
        String lower = text.toLowerCase(Locale.ROOT);
        return all.stream().filter(each -> (!first || each.first()) && each.fits(lower)).map(Wording::cause).findFirst();
    }

    private static Wording wording(JsonNode node) {
        Code code = Code.of(node.path("code").asString()).orElseThrow();
        Stage stage = node.has("stage") ? Stage.valueOf(node.path("stage").asString().toUpperCase(Locale.ROOT)) : code.stage();
        return new Wording(node.path("words").valueStream().map(JsonNode::asString).toList(),
                new Cause(code, stage, node.path("confidence").asDouble(0.9)), node.path("first").asBoolean(false),
                node.path("example").asString(""), node.path("not").asString(""));
    }
}
