package org.mailmedic.ui.page.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.report.DomainTold;
import org.mailmedic.report.OutcomeWords;
import org.mailmedic.report.Report;
import org.mailmedic.report.Report.Verdict;
import org.mailmedic.ui.details.DetailsDrawer;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Badge;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.CopyButton;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.Fold;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.InTurn;
import org.mailmedic.ui.part.JourneyBar;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.StepRow;
import org.mailmedic.ui.part.Texts;

/// The answer: one headline, whose job it is, and exactly what to do.
public final class AnswerPage implements Page {
    private static final double CARD_GAP = 20;
    private static final double NARROWEST_CARD = 22;
    private static final double STEPS_SHARE = 518;
    private static final double LETTER_SHARE = 414;
    /// As many as HTML and PDF show; no check-up of ours comes near it.
    private static final int MOST_VERDICTS = 30;
    private final AnswerModel model;
    private final Texts texts;
    private final Layout layout;
    private final DetailsDrawer drawer;
    private final Button details;
    /// Remembered beside the next check-up, so that it can be seen what helped.
    private final ChangeBox change;
    private final Label notice = Labels.wrapping("", "strong");
    private Subscription watching;
    /// Where a password is wanted.
    private final Optional<PasswordBox> password;

    /// @param evidence words for what was seen, where two places saw it
    public AnswerPage(AnswerModel model, EvidenceWords evidence, Texts texts, BooleanSupplier still) {
        this.model = model;
        this.texts = texts;
        password = model.password() == AnswerModel.PasswordWanted.NO ? Optional.empty() : Optional.of(new PasswordBox(model, texts));
        var headline = new Headline(model.said().headline());
        change = new ChangeBox(model.change(), texts);
        VBox.setMargin(change, new Insets(8, 8, 4, 0));
        VBox.setMargin(headline, new Insets(10, 0, 0, 0));
        var summary = Labels.wrapping(model.said().summary(), "lead");
        summary.getStyleClass().add("summary");
        VBox.setMargin(summary, new Insets(8, 0, 0, 0));
        Region journey = middle(evidence, still);
        VBox.setMargin(journey, new Insets(26, 0, 22, 0));
        var body = new VBox(Buttons.backAbove(texts, model::back), badges(), headline, summary);
        model.said().origin().ifPresent(text -> body.getChildren().add(below(Labels.wrapping(text, "quiet"))));
        model.said().doubt().ifPresent(text -> body.getChildren().add(below(Labels.wrapping(text, "strong"))));
        model.said().leftOut().ifPresent(text -> body.getChildren().add(below(Labels.wrapping(text, "quiet"))));
        model.said().vantage().ifPresent(text -> body.getChildren().add(vantage(text)));
        model.said().sent().ifPresent(text -> body.getChildren().add(spaced(new SentBox(model, text, texts))));
        VBox.setMargin(notice, new Insets(0, 0, 16, 0));
        body.getChildren().addAll(journey, notice, new InTurn(rest()), notKept());
        drawer = new DetailsDrawer(model.report(), texts, model.words(), () -> model.detailsOpenProperty().set(false));
        details = Buttons.flat(texts.get("answer.details"), () -> model.detailsOpenProperty().set(!model.detailsOpenProperty().get()));
        details.setId("answer-details");
        layout = new Layout(headline, body, actions());
        watching = notice.textProperty().subscribe(text -> {
            notice.setVisible(!text.isEmpty());
            notice.setManaged(!text.isEmpty());
        }).and(model.noticeProperty().subscribe(notice::setText)).and(model.detailsOpenProperty().subscribe(open -> {
            drawer.setVisible(open);
            drawer.setManaged(open);
            if (open) {
                drawer.takeFocus();
            } else if (drawer.getScene() != null) {
                details.requestFocus();
            }
        }));
    }

    /// What was looked at, in the middle of the page: one journey or two, a domain's records, or what a text or a log told.
    private Region middle(EvidenceWords evidence, BooleanSupplier still) {
        Report report = model.report();
        if (report.told()) {
            return new ToldBox(report, texts);
        }
        return report.pair().isPresent() ? new TwoJourneys(report, model.words(), evidence, texts, still)
                : DomainTold.in(report).<Region>map(domain -> new DomainBox(domain, texts)).orElseGet(() -> journey(still));
    }

    private JourneyBar journey(BooleanSupplier still) {
        var journey = new JourneyBar(texts, true, still);
        journey.stationsProperty().set(model.stations());
        return journey;
    }

    private static Node vantage(String text) {
        var words = Labels.wrapping(text, "plain");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(new Icon(Feather.INFO, "accent"), words);
        box.getStyleClass().addAll("hint", "neutral");
        return spaced(box);
    }

    private static Node spaced(Node box) {
        VBox.setMargin(box, new Insets(16, 0, 0, 0));
        return box;
    }

    private Node badges() {
        var badges = new Flow(10, 8, new Badge(model.said().badge(), icon(), style()));
        model.said().certainty().ifPresent(text -> badges.getChildren().add(new Badge(text, "outline")));
        model.said().kind().ifPresent(kind -> badges.getChildren().add(new Badge(kind, Feather.FILE_TEXT, "outline")));
        if (model.practice()) {
            badges.getChildren().add(new Badge(texts.get("answer.practice"), "outline"));
        }
        return badges;
    }

    private String style() {
        return switch (model.outcome()) {
            case HEALTHY -> model.report().partly() || OutcomeWords.mayNotArrive(model.report()) ? "caution" : "fine";
            case PROBLEM, INCONCLUSIVE -> "caution";
        };
    }

    private Feather icon() {
        return switch (model.outcome()) {
            case HEALTHY -> model.report().partly() ? Feather.HELP_CIRCLE
                    : OutcomeWords.mayNotArrive(model.report()) ? Feather.TOOL : Feather.CHECK_CIRCLE;
            case PROBLEM -> Feather.TOOL;
            case INCONCLUSIVE -> Feather.HELP_CIRCLE;
        };
    }

    /// What stands below the journey: first what the headline speaks of.
    private List<Supplier<Node>> rest() {
        var rest = new ArrayList<Supplier<Node>>(List.of(this::cards));
        if (!model.alsoPossible().isEmpty()) {
            rest.add(() -> verdicts("answer.also_possible", model.alsoPossible()));
        }
        if (OutcomeWords.mayNotArrive(model.report())) {
            rest.addFirst(this::warned);
        } else if (!model.warnings().isEmpty()) {
            rest.add(() -> verdicts("answer.worth_knowing", model.warnings()));
        }
        return rest;
    }

    private Node warned() {
        Fold fold = verdicts("answer.worth_knowing", model.warnings());
        fold.turn();
        VBox.setMargin(fold, new Insets(0, 0, 20, 0));
        return fold;
    }

    private Node cards() {
        Optional<Node> letter = model.letter().text().map(_ -> letter());
        if (model.tasks().isEmpty()) {
            return letter.orElseGet(VBox::new);
        }
        Node steps = steps(model.said().tasksTitle(), model.tasks());
        return letter.<Node>map(card -> new Columns(CARD_GAP, NARROWEST_CARD, true, STEPS_SHARE, LETTER_SHARE).with(steps, card))
                .orElse(steps);
    }

    private Node steps(String title, List<AnswerModel.Task> tasks) {
        var card = card(title);
        card.getStyleClass().add("steps");
        for (AnswerModel.Task task : tasks) {
            card.getChildren().add(new StepRow(texts, task.number(), task.text(), task.values(), task.done(),
                    model.file().isEmpty() ? Optional.of(model::openPage) : Optional.empty()));
            if (task.number() == 1) {
                password.ifPresent(card.getChildren()::add);
            }
        }
        model.systemPage().ifPresent(place -> card.getChildren().add(
                Buttons.link(texts.get("answer.open." + place.id()), Feather.EXTERNAL_LINK, () -> model.open(place))));
        if (model.file().isEmpty()) {
            for (Offer offer : model.links()) {
                card.getChildren().add(Buttons.link(texts.get(offer.id() + ".link"), offer.icon(), offer.open()));
            }
            card.getChildren().addAll(Buttons.link(texts.get("answer.settings"), Feather.EDIT_2, model::settings),
                    new InTurn(List.of(() -> change)));
        }
        return card;
    }

    private Node notKept() {
        Label label = Labels.wrapping("", "quiet");
        label.textProperty().bind(model.notKeptProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        VBox.setMargin(label, new Insets(20, 0, 0, 0));
        return label;
    }

    private static Label below(Label label) {
        VBox.setMargin(label, new Insets(8, 0, 0, 0));
        return label;
    }

    private Node letter() {
        var card = card(texts.get("answer.ask"));
        card.getChildren().add(new InTurn(List.of(this::letterBody)));
        if (model.letter().languages().size() > 1) {
            card.getChildren().addFirst(new Flow(16, 4, card.getChildren().removeFirst(), new LetterLanguages(model.letter(), texts)));
        }
        return card;
    }

    private Node letterBody() {
        Label words = Labels.wrapping("", "quiet", "small", "letter");
        LetterModel letter = model.letter();
        Supplier<String> text = () -> letter.text().orElse("");
        watching = watching.and(letter.languageProperty().subscribe(_ -> words.setText(text.get())));
        words.setMaxWidth(Double.MAX_VALUE);
        var actions = new Flow(16, 0,
                CopyButton.link(texts, texts.get("answer.copy_letter"), text),
                Buttons.link(texts.get("answer.open_letter"), Feather.MAIL, () -> {
                    letter.openInMailProgram();
                    CopyButton.copy(text.get());
                }),
                Buttons.link(texts.get("answer.save_letter"), Feather.DOWNLOAD, letter::save));
        VBox.setMargin(words, new Insets(4, 0, 8, 0));
        return new VBox(8, words, actions);
    }

    private static VBox card(String title) {
        var card = new VBox(8, Labels.wrapping(title, "title"));
        card.getStyleClass().add("card");
        return card;
    }

    private Fold verdicts(String key, List<Verdict> verdicts) {
        var all = new VBox(16);
        verdicts.stream().limit(MOST_VERDICTS).forEach(verdict -> all.getChildren().add(verdict(verdict)));
        if (verdicts.size() > MOST_VERDICTS) {
            all.getChildren().add(Labels.wrapping(texts.get("answer.more_verdicts", verdicts.size() - MOST_VERDICTS), "quiet"));
        }
        var fold = new Fold(texts, texts.get(key, verdicts.size()), all);
        VBox.setMargin(fold, new Insets(20, 0, 0, 0));
        return fold;
    }

    private Node verdict(Verdict verdict) {
        var card = card(verdict.title());
        card.getChildren().addAll(Labels.wrapping(model.said().certainty(verdict), "quiet", "small"),
                Labels.wrapping(verdict.summary(), "plain"));
        for (int i = 0; i < verdict.steps().size(); i++) {
            card.getChildren().add(Labels.wrapping((i + 1) + ".  " + verdict.steps().get(i), "plain"));
        }
        return card;
    }

    private Region actions() {
        Button save = Buttons.plain(texts.get("answer.save"), Feather.DOWNLOAD, model::save);
        Button over = Buttons.flat(texts.get("window.start_over"), model::startOver);
        if (model.file().isPresent()) {
            Button other = Buttons.plain(model.said().otherTitle(), Feather.FOLDER, model::openOther);
            return new FooterBar(FooterBar.left(other, save), over, details);
        }
        Button again = Buttons.main(texts.get("answer.again"), Feather.REFRESH_CW, () -> {
            if (!model.again()) {
                password.ifPresent(PasswordBox::ask);
            }
        });
        if (!model.watchable()) {
            return new FooterBar(FooterBar.left(again, save), over, details);
        }
        Button watch = whole(Buttons.plain(texts.get("answer.watch"), Feather.EYE, model::watch), texts.get("answer.watch.whole"));
        return new FooterBar(FooterBar.left(again, watch, save), over, details);
    }

    /// Says in full what the button says in short, so that all of them fit into one row.
    private static Button whole(Button button, String meaning) {
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public Optional<Region> drawer() {
        return Optional.of(drawer);
    }

    @Override
    public void replacedBy(Page other) {
        if (other instanceof AnswerPage same) {
            password.ifPresent(mine -> same.password.ifPresent(mine::handTo));
            same.drawer.showAs(drawer);
        }
        left();
    }

    @Override
    public void left() {
        change.left();
        password.ifPresent(PasswordBox::left);
        watching.unsubscribe();
    }
}
