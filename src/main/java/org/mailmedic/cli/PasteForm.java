package org.mailmedic.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.advice.TextBook;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.discover.paste.taking.Taken;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.SlipField;

/// What `settings` prints (contract: `mailmedic-settings`, version 1; `assets/settings.schema.json`). The password never gets here.
final class PasteForm {
    private static final List<SlipField> TEXTS =
            List.of(SlipField.HOST, SlipField.PORT, SlipField.SECURITY, SlipField.USER, SlipField.FROM, SlipField.TO);
    private static final int NARROWEST = 14;

    private PasteForm() {}

    static Map<String, Object> json(Optional<PastedSettings> read, List<Slip> slips, TextBook words) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "mailmedic-settings");
        all.put("version", 1);
        all.put("recognised", read.map(PastedSettings::format).orElse(null));
        all.put("settings", settings(read.map(PastedSettings::draft).orElse(Draft.EMPTY)));
        all.put("slips", slips.stream().map(slip -> slip(slip, words)).toList());
        all.put("taken", read.map(PastedSettings::taken).orElse(List.of()).stream().map(PasteForm::taken).toList());
        all.put("unsure", read.map(PastedSettings::doubts).orElse(List.of()).stream().map(PasteForm::doubt).toList());
        return all;
    }

    /// Every field, with null where nothing was found.
    private static Map<String, Object> settings(Draft draft) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("host", orNull(draft.host()));
        all.put("port", draft.portNumber().isPresent() ? draft.portNumber().getAsInt() : null);
        all.put("security", draft.security().id());
        all.put("user", orNull(draft.user()));
        all.put("from", orNull(draft.from()));
        all.put("to", orNull(draft.to()));
        all.put("password_present", draft.password().isPresent());
        return all;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> slip(Slip slip, TextBook words) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", slip.kind().code());
        all.put("kind", slip.kind().id());
        all.put("field", slip.field().id());
        all.put("value", slip.value());
        all.put("suggestion", orNull(slip.suggestion()));
        all.put("message", words.get("slip." + slip.kind().id()));
        return all;
    }

    private static Map<String, Object> taken(Taken taken) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("field", taken.field().id());
        all.put("line", taken.line());
        return all;
    }

    private static Map<String, Object> doubt(Doubt doubt) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("field", doubt.field().id());
        all.put("because", doubt.kind().id());
        all.put("line", doubt.line());
        return all;
    }

    static String text(Optional<PastedSettings> read, List<Slip> slips, TextBook words) {
        if (read.isEmpty()) {
            return words.get("nothing") + "\n";
        }
        PastedSettings reading = read.get();
        var text = new StringBuilder(words.get("recognised", Map.of("format", words.get("format." + reading.format())))).append("\n\n");
        for (SlipField field : TEXTS) {
            String value = said(field, reading.draft().text(field), words);
            if (!value.isEmpty()) {
                row(text, words.get("field." + field.id()), words.get("value", Map.of("value", value)), words);
            }
        }
        row(text, words.get("field.password"), words.get(reading.draft().password().isPresent() ? "password.present" : "password.absent"),
                words);
        slips.forEach(slip -> text.append('\n').append(words.get("slip", Map.of("field", words.get("field." + slip.field().id()), "value",
                said(slip.field(), slip.value(), words)))).append("\n  ")
                .append(words.get("slip." + slip.kind().id())).append('\n').append(suggested(slip, words)));
        if (!reading.doubts().isEmpty()) {
            text.append('\n').append(words.get("unsure")).append('\n');
            reading.doubts().forEach(doubt -> text.append("  ")
                    .append(words.get("doubt", Map.of("field", words.get("field." + doubt.field().id()),
                    "because", words.get("doubt." + doubt.kind().id())))).append('\n'));
        }
        return text.toString();
    }

    private static String suggested(Slip slip, TextBook words) {
        return slip.suggestion().isEmpty() ? ""
                : "  " + words.get("suggestion", Map.of("value", said(slip.field(), slip.suggestion(), words))) + "\n";
    }

    /// The encryption has an id that only programs know.
    private static String said(SlipField field, String value, TextBook words) {
        return field == SlipField.SECURITY ? words.get("security." + value) : value;
    }

    /// All values begin below each other, however long the language's labels are.
    private static void row(StringBuilder text, String label, String value, TextBook words) {
        int widest = Stream.concat(TEXTS.stream().map(field -> "field." + field.id()), Stream.of("field.password"))
                .mapToInt(key -> words.get(key).length()).max().orElse(0);
        text.append("  ").append(label).append(" ".repeat(Math.max(1, Math.max(NARROWEST, widest) + 1 - label.length()))).append(value)
                .append('\n');
    }
}
