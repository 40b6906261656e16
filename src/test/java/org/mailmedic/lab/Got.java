package org.mailmedic.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.real.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came out of a scenario.
///
/// @param party    of the headline
/// @param verdict  everything that it says is wrong: code, party and how sure it is
/// @param headline the headline's sentences in one
/// @param raw      the program's whole output
public record Got(int exit, String outcome, List<String> diagnoses, String party, String verdict, List<String> warnings, String headline,
        Duration took, String raw) {
    static Got of(Command.Result result) {
        JsonNode report;
        try {
            report = JsonMapper.shared().readTree(result.out());
        } catch (JacksonException noReport) {
            report = JsonMapper.shared().createObjectNode();
        }
        JsonNode head = report.path("diagnoses").path(0);
        String headline = head.path("title").asString("") + " " + head.path("summary").asString("") + " " + head.path("steps");
        return new Got(result.code(), report.path("outcome").asString("no report"), codes(report, "diagnoses"), head.path("party")
                .asString(""), verdict(report), codes(report, "warnings"), headline, result.took(), result.out() + result.err());
    }

    private static String verdict(JsonNode report) {
        List<String> all = new ArrayList<>();
        for (String list : List.of("diagnoses", "warnings")) {
            report.path(list).forEach(one -> all.add((list.equals("warnings") ? "! " : "") + one.path("code").asString("") + " ("
                    + one.path("party").asString("") + ", " + Certainty.of(one.path("confidence").asDouble(0)).id() + ")"));
        }
        return all.isEmpty() ? report.path("outcome").asString("no report") : String.join(", ", all);
    }

    private static List<String> codes(JsonNode report, String list) {
        List<String> codes = new ArrayList<>();
        report.path(list).forEach(one -> codes.add(one.path("code").asString("")));
        return codes;
    }

    @Override
    public String toString() {
        String text = diagnoses.isEmpty() ? outcome : String.join(", ", diagnoses) + " (" + party + ")";
        return warnings.isEmpty() ? text : text + " ! " + String.join(", ", warnings);
    }
}
