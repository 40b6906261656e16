package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.provider.ShippedData;
import tools.jackson.databind.JsonNode;

/// Where a server's words fit several causes, and how sure one may be of the first then.
///
/// @param codes the causes as the words were read
/// @param says  what the words hold; empty for any words
/// @param also  what they may mean as well
/// @param most  the highest confidence
record Ambiguity(List<Code> codes, Optional<Pattern> says, List<Code> also, double most) {
    static List<Ambiguity> load() {
        return ShippedData.read(Ambiguity.class, "/org/mailmedic/explain/ambiguous.json").path("ambiguous").valueStream()
                .map(Ambiguity::of).toList();
    }

    private static Ambiguity of(JsonNode node) {
        String says = node.path("says").asString("");
        return new Ambiguity(codes(node.path("codes")), says.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(says,
                Pattern.CASE_INSENSITIVE)), codes(node.path("also")),
                node.path("most").asDouble());
    }

    private static List<Code> codes(JsonNode ids) {
        return ids.valueStream().map(id -> Code.of(id.asString()).orElseThrow()).toList();
    }

    boolean fits(Code code, String words) {
        return codes.contains(code) && says.map(pattern -> pattern.matcher(words).find()).orElse(true);
    }
}
