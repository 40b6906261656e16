package org.mailmedic.ui.page.start;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.ChoiceCard;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.Flow;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.Icon;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.Texts;

/// "What is happening with your mail?"
public final class StartPage implements Page {
    private static final double UNDER_LEAD = 28;
    private static final double CARD_GAP = 16;
    private static final double NARROWEST_CARD = 24;
    private final Layout layout;

    public StartPage(StartModel model, Texts texts) {
        var cards = new Columns(CARD_GAP, NARROWEST_CARD, true, 1, 1);
        for (Symptom symptom : model.choices()) {
            String key = "start." + symptom.id();
            cards.with(new ChoiceCard(icon(symptom), texts.get(key), texts.get(key + ".line"), () -> model.choose(symptom)));
        }
        for (Offer offer : model.offers()) {
            cards.with(new ChoiceCard(offer.icon(), texts.get(offer.id() + ".card"), texts.get(offer.id() + ".card.line"), offer.open()));
        }
        var practice = Buttons.link(texts.get("start.practice"), Feather.PLAY_CIRCLE, model::practice);
        var open = Buttons.link(texts.get("start.open"), Feather.FILE_TEXT, model::openReport);
        var earlier = Buttons.link(texts.get("start.earlier"), Feather.CLOCK, model::earlier);
        var links = new Flow(24, 4, open, earlier, practice);
        VBox.setMargin(links, new Insets(20, 0, 0, 0));
        var footer = new FooterBar(promise(model, texts), Buttons.link(texts.get("start.about"), model::about));
        layout = Layout.of(new Headline(texts.get("start.headline")), Labels.wrapping(texts.get("start.lead"), "lead"), UNDER_LEAD, footer,
                cards, links);
    }

    private static Node[] promise(StartModel model, Texts texts) {
        var promise = Labels.brief(texts.get("start.promise"), "quiet");
        promise.setWrapText(true);
        promise.setGraphic(new Icon(Feather.SHIELD));
        promise.setGraphicTextGap(10);
        promise.setAlignment(Pos.CENTER_LEFT);
        return new Node[] {promise, Buttons.link(texts.get("start.contacts"), model::contacts)};
    }

    private static Feather icon(Symptom symptom) {
        return switch (symptom) {
            case WEBSITE -> Feather.GLOBE;
            case MAIL_PROGRAM -> Feather.MAIL;
            case DEVICE -> Feather.PRINTER;
            case SERVER -> Feather.SERVER;
        };
    }

    @Override
    public Layout layout() {
        return layout;
    }
}
