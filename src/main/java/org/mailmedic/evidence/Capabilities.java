package org.mailmedic.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a server offers in its reply to EHLO (RFC 5321 §4.1.1.1).
///
/// @param reply the whole reply; the first line is the server's own name and greeting
public record Capabilities(Reply reply) {
    /// The keyword lines without the first one, as they came.
    public List<String> lines() {
        return reply.lines().subList(Math.min(1, reply.lines().size()), reply.lines().size());
    }

    public boolean offers(String keyword) {
        return parameters(keyword).isPresent();
    }

    /// What follows `keyword`, which is compared without case; several lines of one keyword are joined.
    public Optional<String> parameters(String keyword) {
        String found = null;
        for (String line : lines()) {
            String[] parts = line.strip().split("[ =]", 2);
            if (parts[0].equalsIgnoreCase(keyword)) {
                String rest = parts.length > 1 ? parts[1].strip() : "";
                found = found == null ? rest : found + " " + rest;
            }
        }
        return Optional.ofNullable(found);
    }

    /// The SASL mechanisms offered, upper case, in the server's order (RFC 4954 §3; `AUTH=` is the old form).
    public List<String> mechanisms() {
        return parameters("AUTH").stream().flatMap(all -> Arrays.stream(all.split("\\s+"))).filter(m -> !m.isBlank())
                .map(m -> m.toUpperCase(Locale.ROOT)).distinct().toList();
    }

    /// The largest message in bytes (RFC 1870 §3); empty when not said or without limit.
    public OptionalLong size() {
        try {
            long size = Long.parseLong(parameters("SIZE").orElse("0"));
            return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /// The first word of the first line: how the server calls itself.
    public String domain() {
        return reply.lines().getFirst().strip().split("\\s+", 2)[0];
    }
}
