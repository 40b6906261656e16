package org.mailmedic.ui.page.website;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailmedic.advice.Language;
import org.mailmedic.advice.TextBook;
import org.mailmedic.checkup.UsualCheckup;
import org.mailmedic.checkup.WebsiteView;
import org.mailmedic.plan.Options;
import org.mailmedic.plan.Plan;
import org.mailmedic.plan.Planner;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.Authorities;
import org.mailmedic.website.Certificates;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;
import org.mailmedic.website.ProbeMaker;
import org.mailmedic.website.Testimony;
import org.mailmedic.website.TestimonyReader;
import org.mailmedic.website.UnfitTestimony;

/// The real one: asks by this computer's network, and judges by the same rules as the terminal.
final class UsualProbeDesk implements ProbeDesk {
    private final Supplier<Options> options;
    private final Texts texts;
    private final InstantSource clock;

    /// @param options what may be compared with
    UsualProbeDesk(Supplier<Options> options, Texts texts, InstantSource clock) {
        this.options = options;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<ProbeFile> make(Settings settings, ProbeForm form) {
        Plan plan = new Planner().plan(settings, options.get());
        return plan.possible() ? Optional.of(new ProbeMaker(new SecureRandom(), clock).make(settings, plan, form,
                Language.of(texts.language()))) : Optional.empty();
    }

    @Override
    public AskingProbe.Answer ask(URI address) {
        return AskingProbe.usual(authorities(), clock).ask(address);
    }

    @Override
    public Judgement judge(byte[] result, Optional<Map<String, Object>> here) {
        TextBook words = texts.book("website");
        try {
            Testimony testimony = TestimonyReader.read(result);
            if (here.filter(testimony::isReport).isPresent()) {
                return new Judgement.Refused(words.get("same_report"));
            }
            var evidence = new Certificates(authorities()).judged(testimony);
            return switch (UsualCheckup.website(texts.language()).judge(testimony.asked(), evidence, testimony.at(), here)) {
                case WebsiteView.Judged.Told(var report) -> new Judgement.Told(report,
                        testimony.partial() ? Optional.of(words.get("partial")) : Optional.empty());
                case WebsiteView.Judged.OtherServer(var first, var second) -> new Judgement.Refused(words.get("other_server",
                        Map.of("here", first, "website", second)));
                case WebsiteView.Judged.NoServer() -> new Judgement.Refused(words.get("unfit.damaged"));
            };
        } catch (UnfitTestimony unfit) {
            return new Judgement.Refused(words.get("unfit." + unfit.reason().id()));
        }
    }

    private static Authorities authorities() {
        try {
            return Authorities.with(Optional.empty());
        } catch (IOException impossible) {
            throw new UncheckedIOException("no file was named", impossible);
        }
    }
}
