package org.mailmedic.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.advice.TextBook;
import org.mailmedic.maildomain.dmarc.DmarcVerdict;
import org.mailmedic.maildomain.message.ArcChain;
import org.mailmedic.maildomain.message.AuthenticationResults;
import org.mailmedic.maildomain.message.DkimResult;
import org.mailmedic.maildomain.message.Hop;
import org.mailmedic.maildomain.message.MessageLook;
import org.mailmedic.plan.AddressText;

/// What `domain --message` prints about the message.
final class DomainMessageForm {
    private DomainMessageForm() {}

    static Map<String, Object> json(MessageLook message) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("author_domain", message.author().orElse(null));
        all.put("mail_from", message.mailFrom().orElse(null));
        all.put("sent_from", message.sentFrom().map(AddressText::of).orElse(null));
        all.put("signatures", message.signatures().stream().map(DomainMessageForm::signature).toList());
        all.put("arc", arc(message.arc()));
        all.put("authentication_results", message.said().stream().map(DomainMessageForm::said).toList());
        all.put("path", message.path().stream().map(DomainMessageForm::hop).toList());
        all.put("dmarc", message.dmarc().map(DomainMessageForm::dmarc).orElse(null));
        all.put("one_click_unsubscribe", message.oneClick());
        return all;
    }

    private static Map<String, Object> signature(DkimResult result) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("domain", result.domain());
        all.put("selector", result.selector());
        all.put("result", result.result().id());
        all.put("reason", result.reason().id());
        all.put("bits", result.key().map(key -> key.bits()).orElse(null));
        return all;
    }

    private static Map<String, Object> arc(ArcChain chain) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("result", chain.result().id());
        all.put("reason", chain.reason().id());
        all.put("at", chain.at() == 0 ? null : chain.at());
        all.put("sealers", chain.sealers());
        return all;
    }

    private static Map<String, Object> said(AuthenticationResults results) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("by", results.by());
        all.put("arc_instance", results.instance() == 0 ? null : results.instance());
        all.put("results", results.results().stream().map(each -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("method", each.method());
            one.put("result", each.result());
            one.put("properties", each.properties());
            return one;
        }).toList());
        return all;
    }

    private static Map<String, Object> hop(Hop hop) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", hop.from());
        all.put("ip", hop.address().map(AddressText::of).orElse(null));
        all.put("by", hop.by());
        all.put("at", hop.at().map(Object::toString).orElse(null));
        all.put("delay_s", hop.delay().isPresent() ? hop.delay().getAsLong() : null);
        return all;
    }

    private static Map<String, Object> dmarc(DmarcVerdict verdict) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("result", verdict.result().id());
        all.put("spf_aligned", verdict.spfAligned());
        all.put("dkim_aligned", verdict.dkimAligned());
        all.put("disposition", verdict.disposition().id());
        return all;
    }

    static void text(StringBuilder text, MessageLook message, TextBook words) {
        line(text, "");
        line(text, words.get("heading.message"));
        if (message.signatures().isEmpty()) {
            line(text, "  " + words.get("message.unsigned"));
        }
        message.signatures().forEach(each -> line(text, "  " + words.get("message.signature." + each.reason().id(),
                Map.of("domain", each.domain(), "selector", each.selector()))));
        ArcChain arc = message.arc();
        if (arc.result() != ArcChain.Result.NONE) {
            line(text, "  " + words.get("message.arc." + arc.reason().id(), Map.of("domain", arc.at() == 0 ? ""
                    : arc.sealers().get(arc.at() - 1), "domains", String.join(", ", arc.sealers()))));
        }
        message.dmarc().ifPresent(verdict -> line(text, "  " + words.get("message.dmarc." + verdict.result().id(),
                Map.of("domain", message.author().orElse("")))));
        message.said().forEach(each -> line(text, "  " + words.get("message.said", Map.of("by", each.by(), "results", String.join(", ",
                each.results().stream().map(one -> one.method() + " " + one.result()).toList())))));
        List<Hop> path = message.path();
        for (Hop hop : path) {
            line(text, "  " + words.get(hop.delay().isPresent() ? "message.hop" : "message.hop.first", Map.of("from", hop.from(), "by",
                    hop.by(),
                    "delay", hop.delay().isPresent() ? hop.delay().getAsLong() : 0)));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
