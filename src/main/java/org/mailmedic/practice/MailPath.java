package org.mailmedic.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands after MAIL and RCPT: an address in angle brackets and parameters (RFC 5321 §4.1.2). No blank is allowed
/// after the colon, as strict servers hold it.
record MailPath(String address, List<String> parameters) {
    private static final Pattern ARGUMENT = Pattern.compile("(?i)(FROM|TO):<([^<>\\s]*)>((?: [^ ]+)*) ?");
    private static final Pattern MAILBOX = Pattern.compile(
            "[^@\\s\\p{Cntrl}]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,253})|\\[[0-9A-Za-z:.]+])");

    static Optional<MailPath> parse(String preposition, String argument) {
        var match = ARGUMENT.matcher(argument);
        if (!match.matches() || !match.group(1).equalsIgnoreCase(preposition)) {
            return Optional.empty();
        }
        var parameters = new ArrayList<String>();
        for (var each : match.group(3).split(" ")) {
            if (!each.isEmpty()) {
                parameters.add(each.toUpperCase(Locale.ROOT));
            }
        }
        return Optional.of(new MailPath(match.group(2), List.copyOf(parameters)));
    }

    boolean isMailbox() {
        return MAILBOX.matcher(address).matches();
    }

    boolean isAscii() {
        return address.chars().allMatch(each -> each < 0x80);
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /// The parameter's value; empty when it is given without one, nothing when it is not given.
    Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(each -> each.equals(name) || each.startsWith(name + "="))
                .map(each -> each.substring(Math.min(each.length(), name.length() + 1)))
                .findFirst();
    }

    boolean knowsOnly(List<String> names) {
        return parameters.stream().map(each -> each.replaceFirst("=.*", "")).allMatch(names::contains);
    }
}
