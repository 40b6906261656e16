package org.mailmedic.ui.page.website;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Settings;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;

/// What the page needs done: a file made, asked, and judged. Each may take its time, so that it is called on a thread of the background.
public interface ProbeDesk {
    /// Empty when there is no usable server in `settings`.
    Optional<ProbeFile> make(Settings settings, ProbeForm form);

    AskingProbe.Answer ask(URI address);

    /// @param result what the file on the website printed; hostile
    /// @param here   this computer's own report, as it would be written
    Judgement judge(byte[] result, Optional<Map<String, Object>> here);

    /// What came of a result.
    sealed interface Judgement {
        /// @param partial what is to be said where the website's time ran out before it had looked at everything
        record Told(Report report, Optional<String> partial) implements Judgement {}

        /// @param sentence why it says nothing, and what to do
        record Refused(String sentence) implements Judgement {}
    }
}
