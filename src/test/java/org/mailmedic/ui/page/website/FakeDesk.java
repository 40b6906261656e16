package org.mailmedic.ui.page.website;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Settings;
import org.mailmedic.ui.part.Texts;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;

/// Makes and judges as the real one does, and asks nobody: the test says what the website answers.
public final class FakeDesk implements ProbeDesk {
    public final List<URI> asked = new ArrayList<>();
    public AskingProbe.Answer answer = new AskingProbe.Answer.NotThere();
    private final ProbeDesk real;

    public FakeDesk(InstantSource clock) {
        real = new UsualProbeDesk(Options::usual, Texts.in(Locale.ENGLISH), clock);
    }

    @Override
    public Optional<ProbeFile> make(Settings settings, ProbeForm form) {
        return real.make(settings, form);
    }

    @Override
    public AskingProbe.Answer ask(URI address) {
        asked.add(address);
        return answer;
    }

    @Override
    public Judgement judge(byte[] result, Optional<Map<String, Object>> here) {
        return real.judge(result, here);
    }
}
