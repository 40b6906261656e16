package org.mailmedic.maildomain.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailmedic.maildomain.dkim.DkimTags;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.maildomain.message.ArcChain.Reason;
import org.mailmedic.maildomain.message.ArcChain.Result;

/// Verifies the seals by which forwarders vouch for what they saw of a message (RFC 8617 §5.2).
final class ArcVerifier {
    /// §4.2.1
    private static final int MOST_SETS = 50;
    private static final String RESULTS = "ARC-Authentication-Results";
    private static final String SIGNATURE = "ARC-Message-Signature";
    private static final String SEAL = "ARC-Seal";
    private static final List<String> NAMES = List.of(RESULTS, SIGNATURE, SEAL);
    /// In characters, with its folds: what a seal covers is read once for each seal above it.
    private static final int LONGEST = 16 * 1024;

    private final DkimVerifier signatures;

    ArcVerifier(DkimVerifier signatures) {
        this.signatures = signatures;
    }

    /// What one forwarder added.
    ///
    /// @param before what its seal covers of it, besides the seal
    private record ArcSet(String before, MessageFile.Field signature, MessageFile.Field seal, Map<String, String> tags) {
        String domain() {
            return DomainName.plain(DkimTags.withoutBlanks(tags.getOrDefault("d", "")));
        }

        String told() {
            return DkimTags.withoutBlanks(tags.getOrDefault("cv", "")).toLowerCase(Locale.ROOT);
        }
    }

    ArcChain verify(MessageFile message) {
        List<MessageFile.Field> fields = message.fields().stream().filter(field -> NAMES.stream().anyMatch(field::is)).toList();
        if (fields.isEmpty()) {
            return new ArcChain(Result.NONE, List.of(), Reason.NONE, 0);
        }
        List<ArcSet> sets = sets(fields);
        if (sets.isEmpty()) {
            return new ArcChain(Result.FAIL, List.of(), Reason.INCOMPLETE, 0);
        }
        List<String> sealers = sets.stream().map(ArcSet::domain).toList();
        for (int i = 1; i <= sets.size(); i++) {
            String told = sets.get(i - 1).told();
            if (i == sets.size() && told.equals("fail")) {
                return new ArcChain(Result.FAIL, sealers, Reason.TOLD, i);
            }
            if (!told.equals(i == 1 ? "none" : "pass")) {
                return new ArcChain(Result.FAIL, sealers, told.equals("fail") ? Reason.TOLD : Reason.INCOMPLETE, i);
            }
        }
        return proven(message, sets, sealers);
    }

    private ArcChain proven(MessageFile message, List<ArcSet> sets, List<String> sealers) {
        DkimResult last = signatures.arcSignature(message, sets.getLast().signature());
        if (last.result() != DkimResult.Result.PASS) {
            return broken(last, sealers, Reason.MESSAGE_CHANGED, sets.size());
        }
        for (int i = sets.size(); i >= 1; i--) {
            DkimResult seal = signatures.seal(sets.get(i - 1).seal(), sealed(sets.subList(0, i)));
            if (seal.result() != DkimResult.Result.PASS) {
                return broken(seal, sealers, Reason.SEAL_BROKEN, i);
            }
        }
        return new ArcChain(Result.PASS, sealers, Reason.NONE, sets.size());
    }

    private static ArcChain broken(DkimResult how, List<String> sealers, Reason otherwise, int at) {
        boolean unanswered = how.result() == DkimResult.Result.TEMPERROR;
        return new ArcChain(unanswered ? Result.UNKNOWN : Result.FAIL, sealers, unanswered ? Reason.KEY_UNANSWERED : otherwise, at);
    }

    /// All sets up to this one, its own seal without its value (§5.1.1).
    private static byte[] sealed(List<ArcSet> sets) {
        var all = new StringBuilder();
        for (ArcSet each : sets) {
            all.append(each.before()).append(each == sets.getLast() ? DkimVerifier.unsigned(each.seal(), true)
                    : DkimVerifier.canonical(each.seal().raw(), true));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// In their order; empty where one is not whole, or where there are more than may be.
    private static List<ArcSet> sets(List<MessageFile.Field> fields) {
        int parts = NAMES.size();
        if (fields.size() % parts != 0 || fields.size() > MOST_SETS * parts
                || fields.stream().anyMatch(field -> field.raw().length() > LONGEST)) {
            return List.of();
        }
        Map<Integer, List<MessageFile.Field>> numbered = fields.stream().collect(Collectors.groupingBy(ArcVerifier::instance));
        List<ArcSet> all = new ArrayList<>();
        for (int i = 1; i <= fields.size() / parts; i++) {
            List<MessageFile.Field> own = numbered.getOrDefault(i, List.of());
            List<MessageFile.Field> one = NAMES.stream().flatMap(name -> own.stream().filter(field -> field.is(name))).toList();
            boolean whole = one.size() == parts && IntStream.range(0, parts).allMatch(k -> one.get(k).is(NAMES.get(k)));
            Optional<Map<String, String>> tags = whole ? DkimTags.read(one.getLast().value()) : Optional.empty();
            if (tags.isEmpty()) {
                return List.of();
            }
            all.add(new ArcSet(DkimVerifier.canonical(one.get(0).raw(), true) + DkimVerifier.canonical(one.get(1).raw(), true),
                    one.get(1), one.get(2), tags.get()));
        }
        return all;
    }

    /// Of the results the first entry, of the others the tag `i=`; 0 where there is none.
    private static int instance(MessageFile.Field field) {
        if (field.is(RESULTS)) {
            return AuthenticationResults.instance(field.value());
        }
        String number = DkimTags.withoutBlanks(DkimTags.read(field.value()).map(tags -> tags.getOrDefault("i", "")).orElse(""));
        return number.matches("\\d{1,2}") ? Integer.parseInt(number) : 0;
    }
}
