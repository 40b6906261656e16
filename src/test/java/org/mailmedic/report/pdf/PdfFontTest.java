package org.mailmedic.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PdfFontTest {
    private static final float SIZE = 10;

    /// With no-break blanks, and with plain ones, as texts have that somebody pasted.
    @ParameterizedTest
    @ValueSource(strings = {"Le serveur a dit\u00a0: «\u202frevenez plus tard\u202f», puis rien\u202f! Pourquoi\u202f? Personne\u202f; et",
            "Le serveur a dit : « revenez plus tard », puis rien ! Pourquoi ? Personne ; et", "It took 1234 ms, then 12 s. A file of 35 MB came, "
            + "and 20 % of it was lost in 5 min or 2 h."})
    void aLineNeverEndsInsideOfWhatBelongsTogether(String text) throws IOException {
        try (var document = new PDDocument()) {
            var font = PdfFont.load(document, "Inter-Regular.ttf");
            for (float room = 80; room < 500; room += 3) {
                List<String> lines = font.lines(text, SIZE, room);
                assertEquals(text, String.join(" ", lines), "nothing is lost");
                for (int i = 1; i < lines.size(); i++) {
                    String before = lines.get(i - 1);
                    String after = lines.get(i);
                    assertFalse(before.endsWith("«"), before);
                    assertFalse(after.matches("[»:;!?].*"), after);
                    assertFalse(before.matches(".*\\d") && after.matches("(?:ms|s|MB|%|min|h)(?:\\W.*)?"), before + " | " + after);
                }
            }
            assertTrue(font.lines(text, SIZE, 80).size() > 4);
        }
    }
}
