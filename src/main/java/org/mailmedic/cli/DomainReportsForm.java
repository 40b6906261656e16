package org.mailmedic.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.TextBook;
import org.mailmedic.maildomain.report.AggregateSummary;

/// What `domain --report` prints about the reports.
final class DomainReportsForm {
    private static final int SHOWN = 15;

    private DomainReportsForm() {}

    static Map<String, Object> json(AggregateSummary reports) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("reports", reports.reports());
        all.put("organizations", List.copyOf(reports.organizations()));
        all.put("begin", reports.begin().map(Object::toString).orElse(null));
        all.put("end", reports.end().map(Object::toString).orElse(null));
        all.put("messages", reports.messages());
        all.put("passed", reports.passed());
        all.put("sources", reports.sources().stream().map(DomainReportsForm::source).toList());
        all.put("fix_first", reports.fixFirst().map(DomainReportsForm::source).orElse(null));
        all.put("other_domains", List.copyOf(reports.otherDomains()));
        return all;
    }

    private static Map<String, Object> source(AggregateSummary.Source source) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ip", source.ip());
        all.put("name", source.name().isEmpty() ? null : source.name());
        all.put("messages", source.messages());
        all.put("passed", source.passed());
        all.put("kind", source.kind().id());
        all.put("proven", source.proven().stream().sorted().toList());
        all.put("header_from", source.headerFrom().stream().sorted().toList());
        return all;
    }

    static void text(StringBuilder text, AggregateSummary reports, TextBook words) {
        line(text, "");
        line(text, words.get("heading.reports"));
        line(text, "  " + words.get("reports.sum", Map.of("reports", reports.reports(), "messages", reports.messages(), "passed",
                reports.passed())));
        reports.sources().stream().limit(SHOWN).forEach(each -> line(text, "  " + words.get("reports.source", shown(each)) + " "
                + words.get("reports.kind." + each.kind().id(), shown(each))));
        reports.fixFirst().ifPresent(each -> line(text, "  " + words.get("reports.fix_first", shown(each))));
    }

    private static Map<String, Object> shown(AggregateSummary.Source source) {
        return Map.of("source", source.name().isEmpty() ? source.ip() : source.name() + " (" + source.ip() + ")", "messages",
                source.messages(),
                "passed", source.passed(), "proven", String.join(", ", source.proven().stream().sorted().toList()));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
