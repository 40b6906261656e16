package org.mailmedic.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.reply.FoldedText;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.SignatureFields;

/// Where a server's words fit several causes, and how sure one may be of the first then.
///
/// @param codes the causes as the words were read
/// @param says  what the words hold; empty for any words
/// @param also  what they may mean as well
/// @param most  the highest confidence
record Ambiguity(List<Code> codes, Optional<Pattern> says, List<Code> also, double most) {
    static HintedSignatures<Ambiguity> load() {
        return HintedSignatures.read(Ambiguity.class, "/org/mailmedic/explain/ambiguous.index", Ambiguity::of);
    }

    /// The first that fits.
    static Optional<Ambiguity> of(Code code, String words, HintedSignatures<Ambiguity> all) {
        FoldedText folded = FoldedText.of(words);
        return all.all().stream().filter(each -> !each.possible(folded).isEmpty() && each.signature().fits(code, words)).findFirst()
                .map(HintedSignatures.Hinted::signature);
    }

    private static Ambiguity of(SignatureFields fields) {
        String says = fields.text("says", "");
        return new Ambiguity(codes(fields.texts("codes")), says.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(says,
                Pattern.CASE_INSENSITIVE)), codes(fields.texts("also")), Double.parseDouble(fields.text("most", "0")));
    }

    private static List<Code> codes(List<String> ids) {
        return ids.stream().map(id -> Code.of(id).orElseThrow()).toList();
    }

    private boolean fits(Code code, String words) {
        return codes.contains(code) && says.map(pattern -> pattern.matcher(words).find()).orElse(true);
    }
}
