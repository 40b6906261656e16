package org.mailmedic.report.mask;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.evidence.EvidenceKind;

/// The names in a mail log's summary that could not sign in.
final class LogUsers {
    /// As many as a summary ever lists.
    private static final int MOST = 200;

    private LogUsers() {}

    static List<String> in(Map<String, Object> document) {
        return maps(document.get("evidence")).filter(facts -> EvidenceKind.MAIL_LOG.id().equals(facts.get("kind")))
                .flatMap(facts -> facts.get("summary") instanceof Map<?, ?> summary ? maps(summary.get("sign_ins")) : Stream.empty())
                .map(each -> each.get("user")).filter(String.class::isInstance).map(String.class::cast)
                .filter(name -> !name.isBlank()).limit(MOST).toList();
    }

    private static Stream<Map<?, ?>> maps(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().<Map<?, ?>>mapMulti((each, to) -> {
            if (each instanceof Map<?, ?> map) {
                to.accept(map);
            }
        }) : Stream.empty();
    }
}
