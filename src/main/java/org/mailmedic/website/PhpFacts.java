package org.mailmedic.website;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.EvidenceKind;
import org.mailmedic.report.json.EvidenceReader;

/// What a probe says about its own PHP, as evidence.
final class PhpFacts {
    private static final int LONGEST = 500;
    private static final int MOST = 50;

    private PhpFacts() {}

    /// Empty when there is nothing in it.
    static Optional<Evidence> read(Map<?, ?> php) {
        if (php.isEmpty()) {
            return Optional.empty();
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", "php");
        facts.put("kind", EvidenceKind.PHP.id());
        facts.put("stage", "settings");
        facts.put("status", "ok");
        List.of("form", "machine", "version", "way", "openssl", "curl", "ca_bundle", "ca_bundle_dated", "trust_words", "selinux")
                .forEach(name -> text(php, name).ifPresent(text -> facts.put(name, text)));
        List.of("functions_off", "ways").forEach(name -> facts.put(name, texts(php, name)));
        if (php.get("trusts") instanceof Boolean trusts) {
            facts.put("trusts", trusts);
        }
        if (php.get("mail") instanceof Map<?, ?> mail) {
            facts.put("mail_function", Boolean.TRUE.equals(mail.get("function")));
            text(mail, "sendmail_path").ifPresent(text -> facts.put("sendmail_path", text));
            facts.put("sendmail_there", Boolean.TRUE.equals(mail.get("sendmail_there")));
        }
        return EvidenceReader.read(facts);
    }

    private static Optional<String> text(Map<?, ?> from, String name) {
        return from.get(name) instanceof String text ? Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                : Optional.empty();
    }

    private static List<String> texts(Map<?, ?> from, String name) {
        return from.get(name) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).filter(text -> text.length() < LONGEST).limit(MOST)
                        .toList()
                : List.of();
    }
}
