package org.mailmedic.ui.page.website;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.ProbeForm;
import org.mailmedic.website.Testimony;
import org.mailmedic.website.TestimonyReader;
import org.mailmedic.website.UnfitTestimony;

/// Whether the file is off the website again. On the JavaFX thread.
final class Removal {
    /// What is known about it.
    enum Left {
        UNKNOWN, LOOKING, STILL_THERE,
        /// It answered at that very address before and would answer again, and the website says that it is not there.
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

    /// A result says when the look began, not when it came.
    private static final Duration SLACK = AskingProbe.PATIENCE.plusSeconds(15);
    private final ProbeDesk desk;
    private final Outside outside;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Left> left = new ReadOnlyObjectWrapper<>(Left.UNKNOWN);
    private Optional<SavedProbe> probe = Optional.empty();
    private Optional<Answered> answered = Optional.empty();
    /// How often it was asked since it answered.
    private int since;

    /// The last result that it gave.
    ///
    /// @param uses  how often it answers after that
    /// @param there when, by the website's clock
    /// @param here  the same moment by this computer's
    private record Answered(URI address, OptionalInt uses, Instant there, Instant here) {}

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
        answered = Optional.empty();
        since = 0;
        left.set(Left.UNKNOWN);
    }

    /// The file is asked once more.
    void count() {
        since++;
    }

    /// What a probe told in its answer, where it is a probe's answer at all. On any thread.
    static Optional<Testimony> testimony(AskingProbe.Answer came) {
        try {
            return came instanceof AskingProbe.Answer.Came(var body, var _)
                    ? Optional.of(TestimonyReader.read(body)).filter(told -> told.report().isEmpty()) : Optional.empty();
        } catch (UnfitTestimony anotherPage) {
            return Optional.empty();
        }
    }

    /// The file of then was asked at `address`, and this came.
    void heard(SavedProbe of, URI address, Optional<Testimony> told) {
        if (probe.filter(saved -> saved == of).isPresent() && told.isPresent()) {
            answered = Optional.of(new Answered(address, told.get().left(), told.get().at(), clock.instant()));
            since = 0;
        }
    }

    /// What the file is called on the website.
    ///
    /// @param website its address, as it is typed; empty where no file was saved
    Optional<String> name(String website) {
        return probe.map(saved -> saved.address(website).filter(_ -> saved.probe().form() == ProbeForm.PHP)
                .map(address -> address.getPath().substring(address.getPath().lastIndexOf('/') + 1))
                .orElseGet(() -> saved.probe().form() == ProbeForm.WORDPRESS ? saved.probe().nameThere()
                        : saved.file().getFileName().toString()));
    }

    /// What the file may have written beside itself.
    Optional<String> counter() {
        return probe.flatMap(saved -> saved.probe().counter());
    }

    /// Asks whether it is gone, unless that is being asked already.
    ///
    /// @param website its address, as it is typed
    void look(String website) {
        if (left.get() == Left.LOOKING) {
            return;
        }
        Optional<URI> address = probe.flatMap(saved -> saved.address(website));
        if (address.isEmpty()) {
            left.set(Left.UNTOLD);
            return;
        }
        left.set(Left.LOOKING);
        SavedProbe of = probe.get();
        Optional<Answered> before = answered.filter(last -> last.address().equals(address.get()));
        boolean answers = before.filter(last -> wouldAnswer(last, of)).isPresent();
        count();
        outside.background().execute(() -> {
            AskingProbe.Answer came = desk.ask(address.get());
            Optional<Testimony> told = testimony(came);
            outside.fx().execute(() -> {
                if (probe.get() == of) {
                    heard(of, address.get(), told);
                    left.set(left(came, told.isPresent(), before.isPresent(), answers));
                }
            });
        });
    }

    /// Its answers are not used up, and its time is not over by its own clock.
    private boolean wouldAnswer(Answered last, SavedProbe of) {
        Instant there = last.there().plus(Duration.between(last.here(), clock.instant()));
        return last.uses().isPresent() && since < last.uses().getAsInt() && there.plus(SLACK).isBefore(of.probe().expires());
    }

    private static Left left(AskingProbe.Answer came, boolean told, boolean before, boolean answers) {
        return switch (came) {
            case AskingProbe.Answer.Came _ -> told ? Left.STILL_THERE : Left.UNTOLD;
            case AskingProbe.Answer.TurnedAway _ -> Left.OVER;
            case AskingProbe.Answer.NotThere _ -> !before ? Left.UNTOLD : answers ? Left.GONE : Left.OVER;
            case AskingProbe.Answer.Other _, AskingProbe.Answer.NoAnswer _ -> Left.UNTOLD;
        };
    }
}
