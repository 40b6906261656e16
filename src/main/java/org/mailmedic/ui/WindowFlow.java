package org.mailmedic.ui;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.history.Intervention;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.Trail.Kind;
import org.mailmedic.ui.Trail.Place;
import org.mailmedic.ui.page.Choices;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.EarlierStore;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Feature;
import org.mailmedic.ui.page.FileDialogs;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.Herald;
import org.mailmedic.ui.page.Hub;
import org.mailmedic.ui.page.Occasion;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Outside;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.page.ReminderStrip;
import org.mailmedic.ui.page.Reminders;
import org.mailmedic.ui.page.ShownReport;
import org.mailmedic.ui.page.SystemPages;
import org.mailmedic.ui.page.Watches;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.page.account.AccountModel;
import org.mailmedic.ui.page.answer.AnswerModel;
import org.mailmedic.ui.page.checkup.CheckupModel;
import org.mailmedic.ui.page.earlier.EarlierModel;
import org.mailmedic.ui.page.trouble.StumbleModel;
import org.mailmedic.ui.page.watch.WatchModel;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.Texts;

/// One person's way through the window. It keeps what must outlive a page: what was typed, the errand, the practice server.
final class WindowFlow implements Way {
    /// What the walk needs from outside.
    ///
    /// @param background for what must not hold up the window
    /// @param browser    opens an address outside of the window
    /// @param pages   this system's settings
    /// @param dialogs asks for files
    /// @param self    how this computer calls itself
    /// @param herald  tells what happened beyond the window
    /// @param features what the window can do beside the check-up
    record Surroundings(Engine engine, Finder finder, Watches watches, ProviderBook book, SystemPages pages, FileDialogs dialogs,
            OwnNames self, Contacts contacts, EarlierStore earlier, PracticeGround ground, Herald herald, Executor background, Executor fx,
            Consumer<String> browser, Texts texts, Function<Hub, List<Feature>> features) {}

    private final Frame frame;
    private final Surroundings around;
    private final Places places;
    private final ReportTeller teller;
    private final ReportOpener opener;
    /// Made when it is first needed; then it keeps what is typed.
    private Optional<AccountModel> account = Optional.empty();
    private Optional<Errand> errand = Optional.empty();
    private Optional<PracticeGround.Stand> stand = Optional.empty();
    private Optional<CheckupModel> checkup = Optional.empty();
    /// The language in which what runs tells its report.
    private Locale begun = Locale.ROOT;
    private final LatestAnswer latest;
    private final Reminders reminders;
    private final Trail trail = new Trail();
    private final List<Feature> features;
    /// What is shown and leaves no trace; meant only while something is aside.
    private Optional<Place> aside = Optional.empty();
    private Optional<StumbleModel> fault = Optional.empty();

    /// @param choices what the window remembers
    /// @param still   whether nothing is to move
    WindowFlow(Frame frame, Surroundings around, Choices choices, BooleanSupplier still) {
        this.frame = frame;
        this.around = around;
        var outside = new Outside(around.browser(), around.pages(), around.dialogs(), around.background(), around.fx());
        teller = new ReportTeller(around.engine(), around.texts());
        opener = new ReportOpener(teller, around.background(), around.fx(), this::opened);
        places = new Places(around, choices, outside, teller, still, this);
        features = around.features().apply(new Hub(this, outside, around.contacts(), around.book(), around.engine()::retold,
                around.texts(), around.self(), InstantSource.system(), still));
        reminders = new Reminders(around.earlier(), around.texts());
        latest = new LatestAnswer(around.earlier(), reminders, around.texts());
        frame.above(new ReminderStrip(reminders, around.texts(), frame::toHeadline));
    }

    /// Looks what was left switched off when the program ran last.
    void remind() {
        reminders.begin();
    }

    @Override
    public void start() {
        closeStand();
        frame.show(trail.begin(places.start()));
    }

    @Override
    public void back() {
        trail.back().ifPresentOrElse(frame::show, this::start);
    }

    private void go(Place place) {
        frame.show(trail.go(place));
    }

    /// Shows what leaves no trace: back leads to where it began.
    private void passThrough(Place place) {
        trail.aside();
        aside = Optional.of(place);
        frame.show(place.page().get());
    }

    /// The language has changed: what is known is told anew, and the page that is shown is made anew over the same model. What runs
    /// goes on.
    void reworded() {
        UnaryOperator<ShownReport> each = teller.each();
        around.engine().reworded();
        account.ifPresent(AccountModel::reworded);
        features.forEach(Feature::reworded);
        reminders.reworded();
        trail.retell(each);
        latest.reworded(each);
        Optional<Place> passed = trail.isAside() ? aside : Optional.empty();
        passed.ifPresent(place -> place.retell().accept(each));
        passed.map(place -> place.page().get()).or(trail::anew).ifPresent(page -> {
            if (frame.isInterrupted()) {
                frame.replaceInterrupted(page);
                fault.ifPresent(model -> frame.replace(places.stumble(model)));
            } else {
                frame.replace(page);
            }
        });
    }

    @Override
    public List<Offer> cards() {
        return features.stream().flatMap(feature -> feature.card().map(icon -> offer(feature, icon, Optional.empty())).stream()).toList();
    }

    @Override
    public List<Offer> links(ShownReport answer) {
        return features.stream().flatMap(feature -> feature.link(answer).map(icon -> offer(feature, icon, Optional.of(answer))).stream())
                .toList();
    }

    private Offer offer(Feature feature, Feather icon, Optional<ShownReport> answer) {
        return new Offer(feature.id(), icon, () -> go(feature, answer, Optional.empty()));
    }

    private void go(Feature feature, Optional<ShownReport> answer, Optional<Path> file) {
        var occasion = new Occasion(account.map(typed -> typed.addressProperty().get()).orElse(""), answer, file);
        go(new Place(Kind.SOURCE, () -> feature.open(occasion)));
    }

    /// Reads what the next pages need; not on the JavaFX thread.
    void readTheRest() {
        around.book().all();
        around.contacts().options();
        around.texts().readAll();
        features.forEach(Feature::prepare);
        // the first page costs most: with it comes what reads them
        around.texts().entries().prepare(Code.PORT_BLOCKED_BY_NETWORK.id());
    }

    @Override
    public void startOver() {
        end();
        latest.forget();
        account = Optional.empty();
        start();
    }

    @Override
    public void account(Symptom symptom) {
        theAccount().symptom(symptom);
        go(places.account(theAccount()));
    }

    @Override
    public void account(Symptom symptom, Draft known) {
        theAccount().take(known);
        account(symptom);
    }

    @Override
    public void settings() {
        if (trail.kind().filter(Kind.SOURCE::equals).isPresent()) {
            trail.here().ifPresent(frame::show);
        } else if (practising()) {
            practice();
        } else {
            go(places.account(theAccount()));
        }
    }

    @Override
    public void practice() {
        go(places.practice(this::keep));
    }

    @Override
    public void contacts() {
        go(places.contacts());
    }

    @Override
    public void about() {
        go(places.about(reminders::begin));
    }

    @Override
    public void check(Errand wanted) {
        if (errand.map(Errand::practice).orElse(wanted.practice()) != wanted.practice()) {
            latest.incomparable();
        }
        errand = Optional.of(wanted);
        CheckupModel model = places.checkupModel(wanted);
        checkup = Optional.of(model);
        begun = around.texts().language();
        passThrough(places.checkup(model));
        model.begin();
    }

    @Override
    public void answer(Report made, List<StationState> seen) {
        Report report = begun.equals(around.texts().language()) ? made : teller.told(made);
        ShownReport now = ShownReport.fresh(report, seen);
        Place place = latest.replace(now, practising(), this).map(model -> places.compare(Kind.ANSWER, model))
                .orElseGet(() -> answerPlace(now, practising()));
        frame.show(trail.answer(place));
    }

    @Override
    public void earlier() {
        // whoever deletes everything deletes what the reminders rest on
        go(places.earlier(reminders::begin));
    }

    @Override
    public void answerAsSaved(ShownReport shown) {
        go(answerPlace(teller.told(shown), false));
    }

    @Override
    public void compare(ShownReport before, ShownReport after, Optional<Intervention> change) {
        go(places.compare(before, after, change));
    }

    @Override
    public void wholeAnswer() {
        if (trail.isAside() && trail.kind().filter(Kind.ANSWER::equals).isPresent()) {
            back();
        } else {
            latest.shown().ifPresent(shown -> go(answerPlace(shown, practising())));
        }
    }

    private Place answerPlace(ShownReport shown, boolean practice) {
        AnswerModel model = places.answerModel(shown, practice);
        model.change().offProperty().bind(reminders.offProperty());
        latest.shownOn(model);
        return places.answer(model);
    }

    @Override
    public void again() {
        errand.ifPresent(wanted -> check(latest.shown().map(shown -> wanted.after(shown.report())).orElse(wanted)));
    }

    @Override
    public void againWithoutSending() {
        errand = errand.map(wanted -> new Errand(wanted.settings().withoutSending(), wanted.options(), wanted.practice()));
        again();
    }

    @Override
    public void again(Secret password) {
        if (password.isEmpty() || errand.isEmpty()) {
            password.close();
            return;
        }
        Errand before = errand.get();
        theAccount().password().take(password.copy());
        var login = new Login.Password(before.settings().login().userName().orElse(""), password);
        latest.passwordChanged(practising());
        errand = Optional.of(new Errand(before.settings().withLogin(login), before.options(), before.practice()));
        again();
    }

    @Override
    public void changedBetween(ShownReport before, ShownReport now, Intervention change) {
        reminders.noted(change, before.report().id(), now.report().id(), practising());
    }

    @Override
    public void changed(Intervention change) {
        latest.changed(change, practising());
    }

    private boolean practising() {
        return errand.map(Errand::practice).orElse(false);
    }

    /// On the JavaFX thread. A fault while the page about a fault is shown is only logged.
    @Override
    public void stumbled(Throwable broken) {
        System.getLogger(WindowFlow.class.getName()).log(Level.ERROR, FaultText.of(broken, Instant.now()));
        if (!frame.isInterrupted()) {
            StumbleModel model = places.stumbleModel(broken, frame::resume);
            fault = Optional.of(model);
            frame.interrupt(places.stumble(model));
        }
    }

    @Override
    public void watch() {
        if (errand.isPresent() && latest.shown().isPresent()) {
            WatchModel model = places.watchModel(errand.get(), latest.shown().get(),
                    (round, trouble) -> latest.keepRound(round, practising(), trouble));
            begun = around.texts().language();
            passThrough(places.watch(model));
            model.begin();
        }
    }

    @Override
    public void save(ShownReport shown) {
        go(places.save(shown));
    }

    @Override
    public boolean keep(Report report, Consumer<String> trouble) {
        around.earlier().keep(report, why -> trouble.accept(EarlierModel.notKept(around.earlier(), why, around.texts())));
        return around.earlier().choice().keep();
    }

    @Override
    public void openReport() {
        around.dialogs().open(around.texts().get("open.title")).ifPresent(this::openReport);
    }

    /// What runs is stopped once the file can be shown; what was typed is kept.
    @Override
    public void openReport(Path file) {
        opener.open(file);
    }

    private void opened(Path file, ReportOpener.Result result) {
        switch (result) {
            case ReportOpener.Result.Whole(var shown) -> {
                checkup.ifPresent(CheckupModel::stop);
                go(answerPlace(shown, false));
            }
            case ReportOpener.Result.Refused refused -> elsewhere(file, refused);
        }
    }

    /// No report: the page that is shown may take it, or a feature.
    private void elsewhere(Path file, ReportOpener.Result.Refused refused) {
        if (frame.page().filter(page -> page.take(file)).isPresent()) {
            return;
        }
        around.background().execute(() -> {
            Optional<Feature> taker = features.stream().filter(feature -> feature.takes(file)).findFirst();
            around.fx().execute(() -> {
                checkup.ifPresent(CheckupModel::stop);
                taker.ifPresentOrElse(feature -> go(feature, Optional.empty(), Optional.of(file)),
                        () -> go(places.refused(refused)));
            });
        });
    }

    /// Everything ends: what runs is stopped, what is secret is wiped.
    void end() {
        checkup.ifPresent(CheckupModel::stop);
        checkup = Optional.empty();
        errand.ifPresent(Errand::wipe);
        errand = Optional.empty();
        account.ifPresent(typed -> typed.password().forget());
        features.forEach(Feature::forget);
        closeStand();
    }

    /// Another practice server has another fault: there is nothing to compare.
    private void keep(PracticeGround.Stand opened) {
        latest.forget();
        closeStand();
        stand = Optional.of(opened);
    }

    private void closeStand() {
        stand.ifPresent(PracticeGround.Stand::close);
        stand = Optional.empty();
    }

    private AccountModel theAccount() {
        if (account.isEmpty()) {
            account = Optional.of(places.accountModel());
        }
        return account.get();
    }
}
