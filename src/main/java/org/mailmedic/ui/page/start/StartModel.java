package org.mailmedic.ui.page.start;

import java.util.List;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Offer;
import org.mailmedic.ui.page.Way;

/// The first question: what is happening?
public final class StartModel {
    private static final List<Symptom> CHOICES = List.of(Symptom.WEBSITE, Symptom.MAIL_PROGRAM, Symptom.DEVICE, Symptom.SERVER);
    private final Way way;

    public StartModel(Way way) {
        this.way = way;
    }

    public List<Symptom> choices() {
        return CHOICES;
    }

    /// The ways that are no check-up.
    public List<Offer> offers() {
        return way.cards();
    }

    public void choose(Symptom symptom) {
        way.account(symptom);
    }

    public void practice() {
        way.practice();
    }

    public void openReport() {
        way.openReport();
    }

    public void earlier() {
        way.earlier();
    }

    public void contacts() {
        way.contacts();
    }

    public void about() {
        way.about();
    }
}
