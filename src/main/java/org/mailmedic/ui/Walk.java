package org.mailmedic.ui;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.Words;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Opening;
import org.mailmedic.report.Report;
import org.mailmedic.report.ReportReader;
import org.mailmedic.report.Self;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.AboutModel;
import org.mailmedic.ui.page.AboutPage;
import org.mailmedic.ui.page.AccountModel;
import org.mailmedic.ui.page.AccountPage;
import org.mailmedic.ui.page.AnswerModel;
import org.mailmedic.ui.page.AnswerPage;
import org.mailmedic.ui.page.CheckupModel;
import org.mailmedic.ui.page.CheckupPage;
import org.mailmedic.ui.page.CompareModel;
import org.mailmedic.ui.page.ComparePage;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.ContactsModel;
import org.mailmedic.ui.page.ContactsPage;
import org.mailmedic.ui.page.EarlierModel;
import org.mailmedic.ui.page.EarlierPage;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.FileDialogs;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.JourneyTracker;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.page.PracticeModel;
import org.mailmedic.ui.page.PracticePage;
import org.mailmedic.ui.page.RefusedPage;
import org.mailmedic.ui.page.SaveModel;
import org.mailmedic.ui.page.SavePage;
import org.mailmedic.ui.page.Shown;
import org.mailmedic.ui.page.StartModel;
import org.mailmedic.ui.page.StartPage;
import org.mailmedic.ui.page.StumbleModel;
import org.mailmedic.ui.page.StumblePage;
import org.mailmedic.ui.page.SystemPages;
import org.mailmedic.ui.page.WatchModel;
import org.mailmedic.ui.page.WatchPage;
import org.mailmedic.ui.page.Watches;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.Texts;

/// One person's way through the window. It keeps what must outlive a page: what was typed, the errand, the practice server.
final class Walk implements Way {
    /// What the walk needs from outside.
    ///
    /// @param background for what must not hold up the window
    /// @param browser    opens an address outside of the window
    /// @param pages   this system's settings
    /// @param dialogs asks for files
    /// @param self    how this computer calls itself
    record Surroundings(Engine engine, Finder finder, Watches watches, ProviderBook book, SystemPages pages, FileDialogs dialogs, Self self, Contacts contacts, EarlierStore earlier, PracticeGround ground, Executor background, Executor fx,
                        Consumer<String> browser, Words words, EvidenceWords evidenceWords, Texts texts, Locale language) {}

    private final Frame frame;
    private final Surroundings around;
    private final Outside outside;
    private final BooleanSupplier still;
    /// Made when it is first needed; then it keeps what is typed.
    private Optional<AccountModel> account = Optional.empty();
    private Optional<Errand> errand = Optional.empty();
    private Optional<PracticeGround.Stand> stand = Optional.empty();
    private Optional<CheckupModel> checkup = Optional.empty();
    private Optional<Shown> latest = Optional.empty();
    private String note = "";
    /// Why the latest answer could not be kept; empty when it is.
    private String notKept = "";
    private Optional<AnswerModel> answered = Optional.empty();
    private Runnable here = () -> { };

    /// @param still whether nothing is to move
    Walk(Frame frame, Surroundings around, BooleanSupplier still) {
        this.frame = frame;
        this.around = around;
        outside = new Outside(around.browser(), around.pages(), around.dialogs(), around.background(), around.fx());
        this.still = still;
    }

    @Override
    public void start() {
        closeStand();
        frame.show(new StartPage(new StartModel(this), around.texts()));
    }

    /// Reads what the next pages need, while the first one is looked at. What cannot be read is a fault of the program, and is said at once.
    void readTheRest() {
        around.background().execute(() -> {
            try {
                around.book().all();
                around.contacts().options();
                around.texts().readAll();
            } catch (RuntimeException | Error unreadable) {
                around.fx().execute(() -> stumbled(unreadable));
            }
        });
        around.engine().prepare(unreadable -> around.fx().execute(() -> stumbled(unreadable)));
    }

    @Override
    public void startOver() {
        end();
        latest = Optional.empty();
        account = Optional.empty();
        start();
    }

    @Override
    public void account(Symptom symptom) {
        theAccount().symptom(symptom);
        frame.show(new AccountPage(theAccount(), around.texts()));
    }

    @Override
    public void settings() {
        if (errand.map(Errand::practice).orElse(false)) {
            practice();
        } else {
            frame.show(new AccountPage(theAccount(), around.texts()));
        }
    }

    @Override
    public void practice() {
        closeStand();
        latest = Optional.empty();
        frame.show(new PracticePage(new PracticeModel(around.ground(), around.background(), around.fx(), this, this::keep, around.texts()),
                around.texts()));
    }

    @Override
    public void contacts() {
        frame.show(new ContactsPage(new ContactsModel(around.contacts(), Adviser.systemName(System.getProperty("os.name")), this, around.texts()), around.texts()));
    }

    @Override
    public void about() {
        frame.show(new AboutPage(new AboutModel(this, around.browser(), around.texts()), around.texts()));
    }

    @Override
    public void check(Errand wanted) {
        if (errand.map(Errand::practice).orElse(wanted.practice()) != wanted.practice()) {
            latest = Optional.empty();
        }
        errand = Optional.of(wanted);
        var model = new CheckupModel(around.engine(), around.fx(), System::nanoTime, around.evidenceWords(), around.texts(), wanted, this);
        checkup = Optional.of(model);
        frame.show(new CheckupPage(model, around.texts(), still));
        model.begin();
    }

    @Override
    public void answer(Report report, List<StationState> seen) {
        Optional<Shown> before = latest;
        Shown now = Shown.fresh(report, seen);
        latest = Optional.of(now);
        keep(report);
        Optional<CompareModel> compared = before.map(then -> new CompareModel(then, now, note, around.language(), ZoneId.systemDefault(), this, around.texts()))
                .filter(CompareModel::comparable);
        note = "";
        compared.ifPresentOrElse(model -> show(() -> new ComparePage(model, around.texts())), this::wholeAnswer);
    }

    /// A practice server's troubles are nobody's history.
    private void keep(Report report) {
        notKept = "";
        answered = Optional.empty();
        if (!errand.map(Errand::practice).orElse(false)) {
            around.earlier().keep(report, trouble -> {
                if (latest.filter(shown -> shown.report() == report).isPresent()) {
                    notKept = EarlierModel.notKept(around.earlier(), trouble, around.language());
                    answered.ifPresent(model -> model.notKeptProperty().set(notKept));
                }
            });
        }
    }

    @Override
    public void earlier() {
        var needs = new EarlierModel.Needs(around.words(), around.evidenceWords(), around.language(), ZoneId.systemDefault(), around.texts());
        var model = new EarlierModel(around.earlier(), needs, this);
        frame.show(new EarlierPage(model, around.texts()));
        model.begin();
    }

    @Override
    public void answerAsSaved(Shown shown) {
        answer(shown, false);
    }

    @Override
    public void compare(Shown before, Shown after) {
        var model = new CompareModel(before, after, "", around.language(), ZoneId.systemDefault(), this, around.texts());
        show(() -> new ComparePage(model, around.texts()));
    }

    @Override
    public void wholeAnswer() {
        latest.ifPresent(shown -> answer(shown, errand.map(Errand::practice).orElse(false)));
    }

    private void answer(Shown shown, boolean practice) {
        var model = new AnswerModel(shown, practice, this, outside, around.words(), around.texts());
        if (latest.filter(shown::equals).isPresent()) {
            answered = Optional.of(model);
            model.notKeptProperty().set(notKept);
        }
        show(() -> new AnswerPage(model, around.texts(), still));
    }

    /// Shows a page that the person can come back to; its model remembers what was ticked.
    private void show(Supplier<Page> page) {
        here = () -> frame.show(page.get());
        here.run();
    }

    @Override
    public void again(String changed) {
        note = changed;
        errand.ifPresent(this::check);
    }

    /// On the JavaFX thread. A fault while the page about a fault is shown is only logged.
    @Override
    public void stumbled(Throwable fault) {
        System.getLogger(Walk.class.getName()).log(Level.ERROR, FaultText.of(fault, Instant.now()));
        if (!frame.isInterrupted()) {
            var saver = new FileSaver(around.dialogs(), around.texts().get("save.headline"), around.background(), around.fx());
            frame.interrupt(new StumblePage(new StumbleModel(FaultText.of(fault, Instant.now()), saver, frame::resume, this::startOver,
                    around.texts()), around.texts()));
        }
    }

    @Override
    public void watch() {
        if (errand.isPresent() && latest.isPresent()) {
            var model = new WatchModel(around.watches(), around.fx(), errand.get(), latest.get(), around.evidenceWords(), this, around.texts(),
                    around.language(), ZoneId.systemDefault());
            frame.show(new WatchPage(model, around.texts()));
            model.begin();
        }
    }

    @Override
    public void save(Shown shown) {
        var needs = new SaveModel.Needs(around.dialogs(), around.background(), around.fx(), around.self(), around.language(), ZoneId.systemDefault(),
                around.texts());
        frame.show(new SavePage(new SaveModel(shown, needs, here), around.texts()));
    }

    @Override
    public void openReport() {
        around.dialogs().open(around.texts().get("open.title")).ifPresent(this::openReport);
    }

    /// What runs is stopped; what was typed is kept.
    @Override
    public void openReport(Path file) {
        checkup.ifPresent(CheckupModel::stop);
        String name = String.valueOf(file.getFileName());
        around.background().execute(() -> {
            Opening opening = ReportReader.read(file);
            around.fx().execute(() -> opened(name, opening));
        });
    }

    private void opened(String name, Opening opening) {
        switch (opening) {
            case Opening.Opened opened -> answer(new Shown(opened.report(), JourneyTracker.of(opened.report(), around.evidenceWords()),
                    Optional.of(new Shown.File(name, opened))), false);
            case Opening.Refused refused -> frame.show(new RefusedPage(refused.sentence(name, around.language()), this, around.texts()));
        }
    }

    /// Everything ends: what runs is stopped, what is secret is wiped.
    void end() {
        checkup.ifPresent(CheckupModel::stop);
        checkup = Optional.empty();
        errand.ifPresent(Errand::wipe);
        errand = Optional.empty();
        account.ifPresent(AccountModel::forgetPassword);
        closeStand();
    }

    private void keep(PracticeGround.Stand opened) {
        closeStand();
        stand = Optional.of(opened);
    }

    private void closeStand() {
        stand.ifPresent(PracticeGround.Stand::close);
        stand = Optional.empty();
    }

    private AccountModel theAccount() {
        if (account.isEmpty()) {
            var needs = new AccountModel.Needs(around.finder(), around.book(), around.contacts(), around.background(), around.fx(), around.texts());
            account = Optional.of(new AccountModel(Symptom.MAIL_PROGRAM, needs, this));
        }
        return account.get();
    }
}
