package org.mailmedic.ui.page.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailmedic.product.ThirdParty;
import org.mailmedic.ui.page.NoWay;
import org.mailmedic.ui.part.Texts;

final class AboutModelTest {
    private final List<String> opened = new ArrayList<>();
    private final NoWay way = new NoWay();
    private final AboutModel model = new AboutModel(way, opened::add, Texts.in(Locale.ENGLISH));

    @Test
    void showsTheVersionThatTheBuildWrote() {
        assertTrue(model.version().matches("Version \\d+\\.\\d+\\.\\d+"), model.version());
    }

    @Test
    void looksNowhereUntilAskedAndThenInTheBrowser() {
        assertEquals(List.of(), opened);
        model.openHome();
        assertEquals(List.of(model.home()), opened);
        assertTrue(model.home().startsWith("https://"), model.home());
    }

    @Test
    void namesEveryPartOnceWithItsLicence() {
        List<ThirdParty.Part> parts = model.parts();
        for (String expected : List.of("Java runtime", "Inter, the typeface", "javafx controls", "ControlsFX", "picocli", "Jackson-core")) {
            assertEquals(1, parts.stream().filter(part -> part.name().equals(expected)).count(), expected);
        }
        assertEquals(parts.size(), parts.stream().distinct().count());
        for (ThirdParty.Part part : parts) {
            assertFalse(part.licences().isBlank(), part.name());
        }
    }

    @Test
    void tellsOpenJfxLicenceFromTheOthers() {
        for (ThirdParty.Part part : ThirdParty.all()) {
            boolean classpathExceptionAlone = part.licences().equals("GPL-2.0 with Classpath-exception-2.0");
            assertEquals(part.name().startsWith("javafx "), classpathExceptionAlone, part.toString());
        }
    }

    @Test
    void leadsBack() {
        model.back();
        assertEquals(List.of("back"), way.steps);
    }
}
