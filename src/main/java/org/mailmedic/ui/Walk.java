package org.mailmedic.ui;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.Words;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.AboutModel;
import org.mailmedic.ui.page.AboutPage;
import org.mailmedic.ui.page.AccountModel;
import org.mailmedic.ui.page.AccountPage;
import org.mailmedic.ui.page.AnswerModel;
import org.mailmedic.ui.page.AnswerPage;
import org.mailmedic.ui.page.CheckupModel;
import org.mailmedic.ui.page.CheckupPage;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.ContactsModel;
import org.mailmedic.ui.page.ContactsPage;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.Finder;
import org.mailmedic.ui.page.PracticeGround;
import org.mailmedic.ui.page.PracticeModel;
import org.mailmedic.ui.page.PracticePage;
import org.mailmedic.ui.page.StartModel;
import org.mailmedic.ui.page.StartPage;
import org.mailmedic.ui.page.StumbleModel;
import org.mailmedic.ui.page.StumblePage;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.StationState;
import org.mailmedic.ui.part.Texts;

/// One person's way through the window. It keeps what must outlive a page: what was typed, the errand, the practice server.
final class Walk implements Way {
    /// What the walk needs from outside.
    ///
    /// @param background for what must not hold up the window
    /// @param browser    opens an address outside of the window
    record Surroundings(Engine engine, Finder finder, ProviderBook book, Options options, PracticeGround ground, Executor background, Executor fx,
                        Consumer<String> browser, Words words, EvidenceWords evidenceWords, Texts texts) {}

    private final Frame frame;
    private final Surroundings around;
    private final Contacts contacts;
    private final BooleanSupplier still;
    private final StumbleModel.Saver saver;
    private AccountModel account;
    private Optional<Errand> errand = Optional.empty();
    private Optional<PracticeGround.Stand> stand = Optional.empty();
    private Optional<CheckupModel> checkup = Optional.empty();

    /// @param still whether nothing is to move
    /// @param saver for what is worth saving when our own code failed
    Walk(Frame frame, Surroundings around, BooleanSupplier still, StumbleModel.Saver saver) {
        this.saver = saver;
        this.frame = frame;
        this.around = around;
        contacts = new Contacts(around.options());
        this.still = still;
        account = freshAccount();
    }

    @Override
    public void start() {
        closeStand();
        frame.show(new StartPage(new StartModel(this), around.texts()));
    }

    @Override
    public void startOver() {
        end();
        account = freshAccount();
        start();
    }

    @Override
    public void account(Symptom symptom) {
        account.symptom(symptom);
        frame.show(new AccountPage(account, around.texts()));
    }

    @Override
    public void settings() {
        if (errand.map(Errand::practice).orElse(false)) {
            practice();
        } else {
            frame.show(new AccountPage(account, around.texts()));
        }
    }

    @Override
    public void practice() {
        closeStand();
        frame.show(new PracticePage(new PracticeModel(around.ground(), around.background(), around.fx(), this, this::keep, around.texts()),
                around.texts()));
    }

    @Override
    public void contacts() {
        frame.show(new ContactsPage(new ContactsModel(around.options(), this, around.texts()), around.texts()));
    }

    @Override
    public void about() {
        frame.show(new AboutPage(new AboutModel(this, around.browser(), around.texts()), around.texts()));
    }

    @Override
    public void check(Errand wanted) {
        errand = Optional.of(wanted);
        var model = new CheckupModel(around.engine(), around.fx(), System::nanoTime, around.evidenceWords(), around.texts(), wanted, this);
        checkup = Optional.of(model);
        frame.show(new CheckupPage(model, around.texts(), still));
        model.begin();
    }

    @Override
    public void answer(Report report, List<StationState> seen) {
        var model = new AnswerModel(report, seen, errand.map(Errand::practice).orElse(false), this, around.browser(), around.words(),
                around.texts());
        frame.show(new AnswerPage(model, around.texts(), still));
    }

    @Override
    public void again() {
        errand.ifPresent(this::check);
    }

    /// On the JavaFX thread. A fault while the page about a fault is shown is only logged.
    @Override
    public void stumbled(Throwable fault) {
        System.getLogger(Walk.class.getName()).log(Level.ERROR, FaultText.of(fault, Instant.now()));
        if (!frame.isInterrupted()) {
            frame.interrupt(new StumblePage(new StumbleModel(FaultText.of(fault, Instant.now()), saver, frame::resume, this::startOver,
                    around.texts()), around.texts()));
        }
    }

    /// Everything ends: what runs is stopped, what is secret is wiped.
    void end() {
        checkup.ifPresent(CheckupModel::stop);
        checkup = Optional.empty();
        errand.ifPresent(Errand::wipe);
        errand = Optional.empty();
        account.forgetPassword();
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

    private AccountModel freshAccount() {
        return new AccountModel(Symptom.MAIL_PROGRAM, new AccountModel.Needs(around.finder(), around.book(), contacts, around.background(),
                around.fx(), around.texts()), this);
    }
}
