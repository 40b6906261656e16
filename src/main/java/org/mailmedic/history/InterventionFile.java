package org.mailmedic.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A noted change as a small file of its own: `8a1c….intervention.json`.
final class InterventionFile {
    static final int LONGEST = 64 * 1024;
    /// As much as a note may say.
    private static final int LONGEST_NOTE = 2000;
    private static final String FORMAT = "mailmedic-intervention";
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}\\.intervention\\.json");
    private final JsonMapper json = JsonMapper.builder().build();

    static boolean ours(String name) {
        return NAME.matcher(name).matches();
    }

    static NotedIntervention named(Instant at, Intervention intervention, String before, String after, boolean stillOff) {
        return new NotedIntervention(UUID.randomUUID() + ".intervention.json", at,
                new Intervention(intervention.kind(), bounded(intervention.note())),
                before, after, stillOff);
    }

    static String bounded(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }

    byte[] write(NotedIntervention noted) {
        var object = json.createObjectNode().put("format", FORMAT).put("version", 1).put("at", noted.at().toString())
                .put("kind", noted.intervention().kind().id()).put("note", noted.intervention().note())
                .put("before", noted.before()).put("after", noted.after()).put("still_off", noted.stillOff());
        return json.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
    }

    /// @return empty when it is damaged, or names a kind that this version does not know
    Optional<NotedIntervention> read(String name, byte[] bytes) {
        try {
            JsonNode object = json.readTree(bytes);
            if (!FORMAT.equals(text(object, "format"))) {
                return Optional.empty();
            }
            Instant at = Instant.parse(text(object, "at"));
            return Stream.of(Intervention.Kind.values()).filter(kind -> kind.id().equals(text(object, "kind"))).findFirst()
                    .map(kind -> new NotedIntervention(name, at, new Intervention(kind, text(object, "note")), text(object, "before"),
                            text(object, "after"), object.path("still_off").asBoolean(false)));
        } catch (JacksonException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).isString() ? object.path(name).asString() : "";
    }
}
