package org.mailmedic.diagnosis.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;

/// One signature of `reply/*.json`. All its conditions must hold; one that is left out always holds.
///
/// Patterns are compiled when first needed, since most replies are recognised by an early signature. Thread-safe: at
/// worst two threads compile the same pattern.
final class ReplySignature {
    private static final Pattern LEADING_STATUS = Pattern.compile("^\\s*(\\[?\\b[245]\\d\\d[ -])?#?[245]\\.\\d{1,3}\\.\\d{1,3}\\b:?\\s*");
    /// An address may be made of any words, and means none of them.
    private static final Pattern ADDRESS = Pattern.compile("<[^<>\\s]{1,320}@[^<>\\s]{1,255}>");
    /// No word of a language is as long, but for what shall keep a reader busy: a pattern looks on from each of its letters.
    private static final Pattern ENDLESS = Pattern.compile("([!-~]{60})(?=[!-~])");
    /// What a reply means, its first lines say. Everything beyond only takes time.
    private static final int LONGEST = 1000;
    private static final int LONGEST_RAW = 4 * LONGEST;

    private final Code code;
    private final double confidence;
    private final List<String> replies;
    private final List<String> enhanced;
    private final Set<Stage> stages;
    private final boolean stageKnown;
    private final List<String> says;
    private final String words;
    private final String unless;
    private final List<String> examples;
    private final List<String> near;
    private volatile @Nullable Pattern wordsPattern;
    private volatile @Nullable Pattern unlessPattern;

    private ReplySignature(SignatureFields fields) {
        code = Code.of(fields.text("code", "")).orElseThrow();
        confidence = Double.parseDouble(fields.text("confidence", "0"));
        replies = fields.texts("replies");
        enhanced = fields.texts("enhanced");
        stages = fields.texts("stages").stream().map(s -> Stage.valueOf(s.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        stageKnown = fields.flag("stage_known");
        says = fields.texts("says");
        words = String.join("|", says);
        unless = String.join("|", fields.texts("unless"));
        examples = fields.texts("examples");
        near = fields.texts("near");
    }

    static ReplySignature of(SignatureFields fields) {
        return new ReplySignature(fields);
    }

    /// The reply's text on one line, without the status code that many servers repeat on each line.
    static String words(Reply reply) {
        String raw = reply.lines().stream().map(line -> LEADING_STATUS.matcher(cut(line, LONGEST_RAW)).replaceFirst("").strip())
                .collect(Collectors.joining(" "));
        String joined = cut(raw, LONGEST_RAW).replaceAll("\\s+", " ").strip();
        String text = ENDLESS.matcher(ADDRESS.matcher(joined).replaceAll("<address>")).replaceAll("$1 ");
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    Code code() {
        return code;
    }

    /// Its patterns, one of which must be found.
    List<String> says() {
        return says;
    }

    /// `stage | reply`, each decided by this signature.
    List<String> examples() {
        return examples;
    }

    /// `stage | reply`, none decided by this signature.
    List<String> near() {
        return near;
    }

    /// @param text  what [#words] made of the reply
    /// @param where the stage, empty when unknown: then a signature for certain stages needs words that speak for it
    Optional<ReplyReader.Reading> read(Reply reply, String text, Optional<Stage> where) {
        boolean stageFits = stages.isEmpty() || where.map(stages::contains).orElse(!words.isEmpty() && !stageKnown);
        boolean codeFits = replies.isEmpty() || replies.stream().anyMatch(mask -> fits(mask, Integer.toString(reply.code())));
        boolean enhancedFits = enhanced.isEmpty() || reply.enhanced().filter(e -> enhanced.stream().anyMatch(mask -> fits(mask, e)))
                .isPresent();
        if (!stageFits || !codeFits || !enhancedFits || !unless.isEmpty() && unlessPattern().matcher(text).find()) {
            return Optional.empty();
        }
        if (words.isEmpty()) {
            return Optional.of(new ReplyReader.Reading(code, confidence, false, Facts.none()));
        }
        Matcher matcher = wordsPattern().matcher(text);
        return matcher.find() ? Optional.of(new ReplyReader.Reading(code, confidence, true, facts(matcher))) : Optional.empty();
    }

    /// Named groups of the pattern become facts.
    private static Facts facts(Matcher matcher) {
        var facts = Facts.none();
        for (String name : matcher.namedGroups().keySet().stream().sorted().toList()) {
            facts = facts.and(name, matcher.group(name));
        }
        return facts;
    }

    /// `x` stands for any digit, a closing `*` for any rest.
    private static boolean fits(String mask, String given) {
        if (mask.endsWith("*")) {
            return given.length() >= mask.length() - 1 && fits(mask.substring(0, mask.length() - 1), given.substring(0, mask.length() - 1));
        }
        boolean same = mask.length() == given.length();
        for (int i = 0; same && i < mask.length(); i++) {
            same = mask.charAt(i) == 'x' ? Character.isDigit(given.charAt(i)) : mask.charAt(i) == given.charAt(i);
        }
        return same;
    }

    private Pattern wordsPattern() {
        if (wordsPattern == null) {
            wordsPattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return wordsPattern;
    }

    private Pattern unlessPattern() {
        if (unlessPattern == null) {
            unlessPattern = Pattern.compile(unless, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return unlessPattern;
    }
}
