package org.mailmedic.ui.page.practice;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.mailmedic.plan.Stage;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Station;
import org.mailmedic.ui.part.Texts;

/// Choosing what the practice server shall do wrong.
public final class PracticeModel {
    /// @param sentence what the server does, in words
    /// @param group    the station where it shows, in words
    public record Choice(String fault, String sentence, String group) {}

    private final PracticeGround ground;
    private final Executor background;
    private final Executor fx;
    private final Way way;
    private final Consumer<PracticeGround.Stand> keeper;
    private final Texts texts;
    private final ObservableList<Choice> all = FXCollections.observableArrayList();
    private final FilteredList<Choice> choices;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Choice> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /// @param background for what must not hold up the window
    /// @param keeper     closes the stand when it is not needed any more
    public PracticeModel(PracticeGround ground, Executor background, Executor fx, Way way, Consumer<PracticeGround.Stand> keeper,
            Texts texts) {
        this.ground = ground;
        this.background = background;
        this.fx = fx;
        this.way = way;
        this.keeper = keeper;
        this.texts = texts;
        choices = new FilteredList<>(all);
        all.setAll(inWords());
        search.subscribe(wanted -> {
            String lower = wanted.strip().toLowerCase(Locale.ROOT);
            choices.setPredicate(choice -> choice.sentence().toLowerCase(Locale.ROOT).contains(lower) || choice.fault().contains(lower));
        });
    }

    private List<Choice> inWords() {
        return ground.faults().stream()
                .sorted(Comparator.comparingInt(fault -> station(ground.stage(fault)).map(Station::ordinal)
                        .orElse(Station.values().length)))
                .map(fault -> new Choice(fault, texts.get("faults.fault." + fault), station(ground.stage(fault))
                        .map(station -> texts.get("journey." + station.id())).orElseGet(() -> texts.get("try.harmless")))).toList();
    }

    /// The language has changed; what was chosen stays chosen.
    public void reworded() {
        Optional<String> kept = Optional.ofNullable(chosen.get()).map(Choice::fault);
        all.setAll(inWords());
        chosen.set(kept.flatMap(fault -> all.stream().filter(each -> each.fault().equals(fault)).findFirst()).orElse(null));
        if (!trouble.get().isEmpty()) {
            trouble.set(texts.get("try.trouble"));
        }
    }

    private static Optional<Station> station(String stage) {
        return Arrays.stream(Stage.values()).filter(each -> each.id().equals(stage)).findFirst().map(Station::of);
    }

    public FilteredList<Choice> choices() {
        return choices;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<Choice> chosenProperty() {
        return chosen;
    }

    /// True while the server is being started.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the server could not be started; empty when it could.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public void start() {
        if (chosen.get() == null || busy.get()) {
            return;
        }
        String fault = chosen.get().fault();
        busy.set(true);
        trouble.set("");
        background.execute(() -> {
            try {
                PracticeGround.Stand stand = ground.open(fault);
                fx.execute(() -> opened(stand));
            } catch (IOException notOpened) {
                fx.execute(this::notOpened);
            }
        });
    }

    public void back() {
        way.back();
    }

    private void opened(PracticeGround.Stand stand) {
        busy.set(false);
        keeper.accept(stand);
        way.check(stand.errand());
    }

    private void notOpened() {
        busy.set(false);
        trouble.set(texts.get("try.trouble"));
    }
}
