package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.history.Intervention;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.part.StationState;

/// The one path through the window: where a page can lead to.
public interface Way {
    /// Back to the first page; what was typed is kept.
    void start();

    /// Back to where the person was before this page, with everything as it was.
    void back();

    /// To the first page; what was typed is forgotten and wiped.
    void startOver();

    void account(Symptom symptom);

    /// The same with what is known already filled in. The password that `known` may hold is copied; the caller wipes its own.
    void account(Symptom symptom, Draft known);

    /// To where the errand came from, with everything as it was typed.
    void settings();

    void practice();

    void contacts();

    void about();

    void check(Errand errand);

    /// A check-up has ended: its answer, or what changed since the one before.
    ///
    /// @param seen the stations as they stood when the check-up ended
    void answer(Report report, List<StationState> seen);

    /// The latest answer, whole.
    void wholeAnswer();

    /// The same check-up once more.
    void again();

    /// The same without a real message, where one was sent already.
    void againWithoutSending();

    /// The same with this password, which the check-up wipes at its end; an empty one changes nothing.
    void again(Secret password);

    /// The person says what they have changed since the latest answer. It is remembered, and the next check-up tells what it did.
    void changed(Intervention change);

    /// The person says afterwards what they had changed between two check-ups.
    void changedBetween(ShownReport before, ShownReport now, Intervention change);

    /// Repeats the check-up until it works.
    void watch();

    /// Saves a report; back leads to where the person was.
    void save(ShownReport shown);

    /// Keeps among the earlier check-ups what is no check-up and is not kept by itself.
    ///
    /// @param trouble is told in words why it could not be kept; not called otherwise
    /// @return false where the person wants nothing kept, and nothing is
    boolean keep(Report report, Consumer<String> trouble);

    /// Asks which saved report to open.
    void openReport();

    /// What was kept of earlier check-ups.
    void earlier();

    /// One earlier check-up, as it was.
    void answerAsSaved(ShownReport shown);

    /// Two earlier check-ups side by side.
    ///
    /// @param change what was changed between them, where that was noted
    void compare(ShownReport before, ShownReport after, Optional<Intervention> change);

    /// Opens a saved report.
    void openReport(Path file);

    /// The features that have a card on the first page, in order.
    List<Offer> cards();

    /// The features that have something to add to an answer.
    List<Offer> links(ShownReport answer);

    /// Our own code failed: one calm page says so, and leads back here.
    void stumbled(Throwable fault);
}
