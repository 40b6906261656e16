package org.mailmedic.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What one scenario's check-up saw and what it concluded, without the words and the conversation.
record Recording(String name, JsonNode report) {
    private static final List<String> KEPT = List.of("settings", "evidence");

    static Recording of(Laboratory.Result result) {
        return new Recording(result.scenario().toString(), JsonMapper.shared().readTree(result.got().raw()));
    }

    void write(Path folder) throws IOException {
        ObjectNode kept = JsonMapper.shared().createObjectNode().put("scenario", name);
        List.of("diagnoses", "warnings").forEach(list -> {
            var codes = kept.putArray(list);
            report.path(list).forEach(verdict -> codes.add(verdict.path("code").asString("") + " " + verdict.path("party").asString("")));
        });
        KEPT.forEach(part -> kept.set(part, report.path(part)));
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".json";
        Files.writeString(Files.createDirectories(folder).resolve(file), JsonMapper.shared().writeValueAsString(kept) + "\n");
    }
}
