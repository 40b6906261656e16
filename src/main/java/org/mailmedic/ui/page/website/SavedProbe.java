package org.mailmedic.ui.page.website;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.website.AskingProbe;
import org.mailmedic.website.ProbeFile;
import org.mailmedic.website.ProbeForm;

/// The file that was saved, on its way to the website.
///
/// @param probe with the key, which is nowhere else
record SavedProbe(ProbeFile probe, Path file) {
    /// Where it is to be asked once it is there; empty when what is typed is no address. A bare name is asked over HTTPS.
    ///
    /// @param website its address, as it is typed
    Optional<URI> address(String website) {
        String typed = website.strip();
        if (typed.isEmpty() || path().isEmpty()) {
            return Optional.empty();
        }
        String whole = typed.contains("://") ? typed : "https://" + typed;
        int end = whole.indexOf('?') < 0 ? whole.length() : whole.indexOf('?');
        String bare = whole.substring(0, end);
        if (bare.endsWith("://")) {
            return Optional.empty();
        }
        String asked = bare.toLowerCase(Locale.ROOT).endsWith(".php") ? bare : bare + (bare.endsWith("/") ? "" : "/") + path();
        return AskingProbe.address(asked, probe.key());
    }

    /// Where it lies below the website's address. Who gave it a name of their own gave it that on the website, too.
    private String path() {
        return probe.form() == ProbeForm.PHP ? file.getFileName().toString().replace(" ", "%20") : probe.path();
    }
}
