package org.mailmedic.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What must come out of a scenario. Every code that is not named here is forbidden.
///
/// @param exit      the exit code of the contract
/// @param outcome   `healthy`, `problem` or `inconclusive`
/// @param diagnoses all of them, in order; the first is the headline
/// @param party     who has to mend the headline; empty where nothing is wrong
/// @param also      codes that may follow the diagnoses, but need not
/// @param warnings  all that must be there, in any order
/// @param mayWarn   warnings that may be there, but need not
/// @param words     what the headline's sentences must name, such as the right port
/// @param or        another answer that is right as well, where chance decides which
public record Expected(int exit, String outcome, List<String> diagnoses, Optional<String> party, List<String> also, List<String> warnings,
        List<String> mayWarn, List<String> words, Optional<Expected> or) {

    public static Expected healthy() {
        return new Expected(0, "healthy", List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    public static Expected problem(String... codes) {
        return new Expected(1, "problem", List.of(codes), Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    public static Expected inconclusive() {
        return new Expected(3, "inconclusive", List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    public Expected by(String who) {
        return new Expected(exit, outcome, diagnoses, Optional.of(who), also, warnings, mayWarn, words, or);
    }

    public Expected also(String... codes) {
        return new Expected(exit, outcome, diagnoses, party, List.of(codes), warnings, mayWarn, words, or);
    }

    public Expected warning(String... codes) {
        return new Expected(exit, outcome, diagnoses, party, also, List.of(codes), mayWarn, words, or);
    }

    public Expected mayWarn(String... codes) {
        return new Expected(exit, outcome, diagnoses, party, also, warnings, List.of(codes), words, or);
    }

    public Expected naming(String... all) {
        return new Expected(exit, outcome, diagnoses, party, also, warnings, mayWarn, List.of(all), or);
    }

    public Expected or(Expected other) {
        return new Expected(exit, outcome, diagnoses, party, also, warnings, mayWarn, words, Optional.of(other));
    }

    /// @return what is not as it should be; empty when all is
    List<String> differences(Got got) {
        List<String> wrong = differencesHere(got);
        return !wrong.isEmpty() && or.isPresent() && or.get().differences(got).isEmpty() ? List.of() : wrong;
    }

    private List<String> differencesHere(Got got) {
        List<String> wrong = new ArrayList<>();
        if (got.exit() != exit) {
            wrong.add("exit " + got.exit());
        }
        if (!got.outcome().equals(outcome)) {
            wrong.add("outcome " + got.outcome());
        }
        List<String> head = got.diagnoses().subList(0, Math.min(diagnoses.size(), got.diagnoses().size()));
        List<String> rest = got.diagnoses().subList(head.size(), got.diagnoses().size());
        if (!head.equals(diagnoses) || !also.containsAll(rest)) {
            wrong.add("diagnoses " + got.diagnoses());
        } else if (party.isPresent() && !party.get().equals(got.party())) {
            wrong.add("party " + got.party());
        }
        List<String> allowed = new ArrayList<>(warnings);
        allowed.addAll(mayWarn);
        if (!got.warnings().containsAll(warnings) || !allowed.containsAll(got.warnings())) {
            wrong.add("warnings " + got.warnings());
        }
        words.stream().filter(word -> !got.headline().contains(word)).forEach(word -> wrong.add("headline without \"" + word + "\""));
        return wrong;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(diagnoses.isEmpty() ? outcome : String.join(", ", diagnoses));
        party.ifPresent(who -> text.append(" (").append(who).append(')'));
        for (String code : also) {
            text.append(" [, ").append(code).append(']');
        }
        for (List<String> some : Arrays.asList(warnings, mayWarn)) {
            if (!some.isEmpty()) {
                text.append(some == warnings ? " ! " : " !? ").append(String.join(", ", some));
            }
        }
        or.ifPresent(other -> text.append(" | ").append(other));
        return text.toString();
    }
}
