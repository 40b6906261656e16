package org.mailmedic.ui.page.website;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.website.AskingProbe;

/// Whether the file is off the website again. On the JavaFX thread.
final class Removal {
    /// What is known about it.
    enum Left {
        UNKNOWN, LOOKING, STILL_THERE,
        /// It was asked with its key while it would have answered, and it was not there.
        GONE,
        /// It answers nobody any more, which says nothing about where it is.
        OVER,
        /// The website did not say.
        UNTOLD;

        /// The words' key.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A file answers so often; see `USES` in it.
    private static final int USES = 5;
    private final ProbeDesk desk;
    private final Outside outside;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Left> left = new ReadOnlyObjectWrapper<>(Left.UNKNOWN);
    private Optional<SavedProbe> probe = Optional.empty();
    private int asked;

    Removal(ProbeDesk desk, Outside outside, InstantSource clock) {
        this.desk = desk;
        this.outside = outside;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Left> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Another file is to be put there.
    void of(SavedProbe saved) {
        probe = Optional.of(saved);
        asked = 0;
        left.set(Left.UNKNOWN);
    }

    /// The file is asked once more.
    void count() {
        asked++;
    }

    /// Asks whether it is gone.
    ///
    /// @param website its address, as it is typed
    void look(String website) {
        Optional<URI> address = probe.flatMap(saved -> saved.address(website));
        if (address.isEmpty()) {
            left.set(Left.UNTOLD);
            return;
        }
        left.set(Left.LOOKING);
        count();
        SavedProbe of = probe.get();
        boolean answers = asked <= USES && clock.instant().isBefore(of.probe().expires());
        outside.background().execute(() -> {
            AskingProbe.Answer came = desk.ask(address.get());
            outside.fx().execute(() -> {
                if (probe.get() == of) {
                    left.set(left(came, answers));
                }
            });
        });
    }

    private static Left left(AskingProbe.Answer came, boolean answers) {
        return switch (came) {
            case AskingProbe.Answer.Came _ -> Left.STILL_THERE;
            case AskingProbe.Answer.NotThere _ -> answers ? Left.GONE : Left.OVER;
            case AskingProbe.Answer.Other _, AskingProbe.Answer.NoAnswer _ -> Left.UNTOLD;
        };
    }
}
