package org.mailmedic.ui.page.earlier;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.page.earlier.EarlierModel.Group;
import org.mailmedic.ui.page.earlier.EarlierModel.Question;
import org.mailmedic.ui.page.earlier.EarlierModel.State;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "Earlier check-ups": a card for each server, and what is kept from now on.
public final class EarlierPage implements Page {
    private static final int SERVERS = 20;
    private static final double GAP = 16;
    private final EarlierModel model;
    private final Texts texts;
    private final Layout layout;
    private final Label lead = Labels.wrapping("", "lead");
    private final Label notice = Labels.wrapping("", "strong");
    private final VBox list = new VBox(GAP);
    private final BorderPane footer = new BorderPane();
    private final Button compare;
    private final List<EarlierCard> cards = new ArrayList<>();
    private final Subscription watching;
    private int shown = SERVERS;

    public EarlierPage(EarlierModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        notice.setId("earlier-notice");
        VBox.setMargin(notice, new Insets(0, 0, GAP, 0));
        var settings = new EarlierSettings(model, texts);
        VBox.setMargin(settings, new Insets(GAP, 0, 0, 0));
        layout = Layout.of(new Headline(texts.get("earlier.headline")), lead, footer, notice, list, settings, fromElsewhere());
        compare = Buttons.plain(texts.get("earlier.compare"), Feather.COLUMNS, model::compare);
        State now = model.stateProperty().get();
        tell(now);
        fill(now);
        ask(now);
        watching = model.stateProperty().subscribe(this::show);
    }

    private void show(State before, State now) {
        tell(now);
        if (before.groups() != now.groups() || before.reading() != now.reading() || !before.choice().equals(now.choice())
                && now.groups().isEmpty()) {
            fill(now);
        }
        cards.forEach(EarlierCard::refresh);
        if (!before.question().equals(now.question()) || before.groups() != now.groups()) {
            ask(now);
        }
    }

    private void tell(State now) {
        notice.setText(now.notice());
        notice.setVisible(!now.notice().isEmpty());
        notice.setManaged(!now.notice().isEmpty());
        compare.setDisable(!model.comparable());
    }

    private void fill(State now) {
        lead.setText(texts.get(!now.groups().isEmpty() ? "earlier.lead" : now.notice().isEmpty() ? "earlier.lead.empty"
                : "earlier.lead.trouble"));
        cards.clear();
        list.getChildren().clear();
        if (now.reading()) {
            list.getChildren().add(note(Feather.CLOCK, texts.get("earlier.reading"), texts.get("earlier.reading.line")));
        } else if (now.groups().isEmpty() && now.notice().isEmpty()) {
            String key = now.choice().keep() ? "earlier.empty" : "earlier.empty_off";
            list.getChildren().add(note(Feather.INBOX, texts.get(key), texts.get(key + ".line")));
        }
        for (Group group : now.groups().subList(0, Math.min(shown, now.groups().size()))) {
            var card = new EarlierCard(model, group, texts);
            cards.add(card);
            list.getChildren().add(card);
        }
        if (now.groups().size() > shown) {
            list.getChildren().add(Buttons.link(texts.get("earlier.more_servers", now.groups().size() - shown), Feather.CHEVRON_DOWN,
                    () -> {
                shown += SERVERS;
                fill(model.stateProperty().get());
            }));
        }
    }

    private static Node note(Feather icon, String title, String line) {
        var note = new VBox(8, new Icon(icon, "large"), Labels.wrapping(title, "title"), Labels.wrapping(line, "quiet"));
        note.getStyleClass().addAll("card", "empty");
        return note;
    }

    /// What others have checked, or a program that checks many.
    private Node fromElsewhere() {
        Button open = Buttons.link(texts.get("earlier.open_file"), Feather.FOLDER, model::openFile);
        open.setId("earlier-open-file");
        VBox.setMargin(open, new Insets(GAP, 0, 0, 0));
        return open;
    }

    private void ask(State now) {
        now.question().ifPresentOrElse(this::ask, () -> {
            boolean asked = footer.getCenter() != null && footer.getCenter().getStyleClass().contains("question");
            Button back = Buttons.back(texts, model::back);
            Button all = Buttons.flat(texts.get("earlier.delete_all"), Feather.TRASH_2, model::askToDeleteAll);
            boolean some = !now.groups().isEmpty();
            footer.setCenter(some ? new FooterBar(FooterBar.left(back, compare), all) : new FooterBar(FooterBar.left(back)));
            if (asked) {
                layout.headline().requestFocus();
            }
        });
    }

    private void ask(Question question) {
        Button no = Buttons.plain(texts.get("earlier.keep_them"), Feather.X, model::no);
        no.setCancelButton(true);
        Button yes = Buttons.plain(question.yes(), Feather.TRASH_2, model::yes);
        var words = Labels.wrapping(question.text(), "strong");
        var bar = new FooterBar(FooterBar.left(words), no, yes);
        bar.getStyleClass().add("question");
        footer.setCenter(bar);
        no.requestFocus();
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void left() {
        watching.unsubscribe();
    }
}
