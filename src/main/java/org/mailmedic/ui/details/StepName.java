package org.mailmedic.ui.details;

import org.mailmedic.ui.part.Texts;

/// What a piece of evidence is called: what was done, and where.
///
/// @param line both, as one line of text
record StepName(String what, String where, String line) {
    private static final String KEY = "details.step.";

    static StepName of(DetailFact fact, Texts texts) {
        String key = KEY + fact.kindId();
        String what = texts.has(key) ? texts.get(key) : fact.kindId();
        String where = where(fact, texts);
        return new StepName(what, where, where.isEmpty() ? what : texts.get("details.step.line", what, where));
    }

    private static String where(DetailFact fact, Texts texts) {
        return fact.kind().map(kind -> switch (kind) {
            case DNS, DNS_CANARY -> lookup(fact, texts);
            case PAGE, CLOCK -> fact.text("url");
            case FIREWALL -> fact.text("command");
            case DEFECT -> fact.text("probe");
            case SENDER_DOMAIN, DOMAIN_RECORD -> fact.text("name");
            case TCP, GREETING, HELLO, STARTTLS, TLS, SIGN_IN, SENDER, RECIPIENT, MESSAGE, UNASKED, PATH, LONG_LINE, MAILBOX, PROTECTION,
                 INTERFACES, PHP, PAUSE, PASTED_TEXT, MAIL_LOG, DOMAIN -> endpoint(fact, texts);
        }).orElseGet(() -> endpoint(fact, texts));
    }

    private static String lookup(DetailFact fact, Texts texts) {
        String type = fact.text("type");
        String asked = type.isEmpty() || type.equals("any") ? resolver(fact, texts)
                : texts.get("details.step.typed", resolver(fact, texts), type);
        return texts.get("details.step.at", fact.text("name"), asked);
    }

    /// Who was asked, in the middle of a line.
    static String resolver(DetailFact fact, Texts texts) {
        return fact.text("resolver").equals("system") ? texts.get("details.step.system") : fact.text("resolver");
    }

    private static String endpoint(DetailFact fact, Texts texts) {
        String host = fact.text("host");
        String address = fact.text("address");
        if (address.isEmpty()) {
            return host;
        }
        String name = host.isEmpty() ? address : host;
        String door = (name.contains(":") ? "[" + name + "]" : name) + ":" + fact.text("port");
        String place = switch (fact.role()) {
            case "control" -> texts.get("details.step.elsewhere");
            case "canary" -> texts.get("details.step.nobody");
            default -> "";
        };
        String more = name.equals(address) ? place : place.isEmpty() ? address : place + ", " + address;
        return more.isEmpty() ? door : texts.get("details.step.at", door, more);
    }
}
