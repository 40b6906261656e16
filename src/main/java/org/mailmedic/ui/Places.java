package org.mailmedic.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mailmedic.advice.Adviser;
import org.mailmedic.history.Intervention;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.Trail.Kind;
import org.mailmedic.ui.Trail.Place;
import org.mailmedic.ui.page.Choices;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Memory;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.page.about.AboutModel;
import org.mailmedic.ui.page.about.AboutPage;
import org.mailmedic.ui.page.about.ForgetModel;
import org.mailmedic.ui.page.account.AccountModel;
import org.mailmedic.ui.page.account.AccountPage;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.page.answer.AnswerPage;
import org.mailmedic.ui.page.checkup.CheckupModel;
import org.mailmedic.ui.page.checkup.CheckupPage;
import org.mailmedic.ui.page.compare.CompareModel;
import org.mailmedic.ui.page.compare.ComparePage;
import org.mailmedic.ui.page.contacts.ContactsModel;
import org.mailmedic.ui.page.contacts.ContactsPage;
import org.mailmedic.ui.page.earlier.EarlierModel;
import org.mailmedic.ui.page.earlier.EarlierPage;
import org.mailmedic.ui.page.practice.PracticeModel;
import org.mailmedic.ui.page.practice.PracticePage;
import org.mailmedic.ui.page.save.SaveModel;
import org.mailmedic.ui.page.save.SavePage;
import org.mailmedic.ui.page.start.StartModel;
import org.mailmedic.ui.page.start.StartPage;
import org.mailmedic.ui.page.trouble.RefusedPage;
import org.mailmedic.ui.page.trouble.StumbleModel;
import org.mailmedic.ui.page.trouble.StumblePage;
import org.mailmedic.ui.page.watch.WatchModel;
import org.mailmedic.ui.page.watch.WatchPage;
import org.mailmedic.ui.part.Texts;

/// Makes the window's places: each page over its model, with what the model needs. It keeps nothing, and shows nothing.
final class Places {
    private final WindowFlow.Surroundings around;
    private final Texts texts;
    private final Choices choices;
    private final Outside outside;
    private final ReportTeller teller;
    private final BooleanSupplier still;
    private final Way way;

    /// @param still whether nothing is to move
    /// @param way   where the pages lead
    Places(WindowFlow.Surroundings around, Choices choices, Outside outside, ReportTeller teller, BooleanSupplier still, Way way) {
        this.around = around;
        texts = around.texts();
        this.choices = choices;
        this.outside = outside;
        this.teller = teller;
        this.still = still;
        this.way = way;
    }

    Place start() {
        return new Place(Kind.SOURCE, () -> new StartPage(new StartModel(way), texts));
    }

    AccountModel accountModel() {
        var needs = new AccountModel.Needs(around.finder(), around.book(), around.contacts(), around.background(), around.fx(), texts);
        return new AccountModel(Symptom.MAIL_PROGRAM, needs, way);
    }

    Place account(AccountModel model) {
        return new Place(Kind.SOURCE, () -> new AccountPage(model, texts));
    }

    /// @param opened is given each practice server that was opened
    Place practice(Consumer<PracticeGround.Stand> opened) {
        var model = new PracticeModel(around.ground(), around.background(), around.fx(), way, opened, texts);
        return new Place(Kind.SOURCE, () -> new PracticePage(model, texts), _ -> model.reworded());
    }

    Place contacts() {
        var model = new ContactsModel(around.contacts(), Adviser.systemName(System.getProperty("os.name")), way, texts);
        return new Place(Kind.OTHER, () -> new ContactsPage(model, texts));
    }

    /// @param forgotten runs when what is kept on this computer was deleted
    Place about(Runnable forgotten) {
        var kept = new ForgetModel(new Memory(around.earlier(), choices, around.background(), around.fx()), forgotten, texts);
        var model = new AboutModel(way, around.browser(), texts);
        kept.begin();
        return new Place(Kind.OTHER, () -> new AboutPage(model, kept, texts), _ -> kept.reworded());
    }

    /// @param emptied runs when all earlier check-ups were deleted
    Place earlier(Runnable emptied) {
        var model = new EarlierModel(around.earlier(), new EarlierModel.Needs(ZoneId.systemDefault(), texts), way);
        model.stateProperty().subscribe((was, now) -> {
            if (!was.groups().isEmpty() && now.groups().isEmpty()) {
                emptied.run();
            }
        });
        model.begin();
        return new Place(Kind.OTHER, () -> new EarlierPage(model, texts), _ -> model.begin());
    }

    CheckupModel checkupModel(Errand wanted) {
        return new CheckupModel(teller.prepared(), around.fx(), System::nanoTime, texts, wanted, way);
    }

    Place checkup(CheckupModel model) {
        return new Place(Kind.OTHER, () -> new CheckupPage(model, texts, still), _ -> model.reworded());
    }

    /// What was ticked there is remembered for whenever the person comes back.
    AnswerModel answerModel(ShownReport shown, boolean practice) {
        return new AnswerModel(shown, practice, way, outside, around.engine()::retold, texts);
    }

    Place answer(AnswerModel model) {
        return new Place(Kind.ANSWER, () -> new AnswerPage(model, texts.evidence(), texts, still),
                each -> model.retold(each.apply(model.shown())));
    }

    Place compare(ShownReport before, ShownReport after, Optional<Intervention> change) {
        return compare(Kind.OTHER, new CompareModel(teller.told(before), teller.told(after), change, ZoneId.systemDefault(), way, texts));
    }

    Place compare(Kind kind, CompareModel model) {
        return new Place(kind, () -> new ComparePage(model, texts), model::reworded);
    }

    WatchModel watchModel(Errand errand, ShownReport shown, WatchModel.Keeping rounds) {
        var needs = new WatchModel.Needs(around.watches(), around.fx(), around.herald(), rounds, around.engine()::retold, texts,
                ZoneId.systemDefault());
        return new WatchModel(needs, errand, shown, way);
    }

    Place watch(WatchModel model) {
        return new Place(Kind.OTHER, () -> new WatchPage(model, texts), model::reworded);
    }

    Place save(ShownReport shown) {
        var needs = new SaveModel.Needs(around.dialogs(), around.background(), around.fx(), around.self(), ZoneId.systemDefault(), texts);
        var model = new SaveModel(shown, needs, way::back);
        return new Place(Kind.OTHER, () -> new SavePage(model, texts), model::reworded);
    }

    Place refused(ReportOpener.Result.Refused refused) {
        return new Place(Kind.OTHER, () -> new RefusedPage(refused.sentence(texts), way, texts));
    }

    /// @param resume goes on with what was shown before
    StumbleModel stumbleModel(Throwable broken, Runnable resume) {
        var saver = new FileSaver(around.dialogs(), texts.get("save.headline"), around.background(), around.fx());
        return new StumbleModel(FaultText.of(broken, Instant.now()), saver, resume, way::startOver, texts);
    }

    Page stumble(StumbleModel model) {
        return new StumblePage(model, texts);
    }
}
