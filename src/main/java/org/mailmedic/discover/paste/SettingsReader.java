package org.mailmedic.discover.paste;

import java.util.List;
import java.util.Optional;
import org.mailmedic.discover.slip.Field;
import org.mailmedic.provider.ProviderBook;

/// Reads mail settings out of whatever people paste. The formats are tried from the most particular to the most general; the first one
/// that finds a server wins, otherwise the one that finds most.
public final class SettingsReader {
    private final List<Format> formats;

    public SettingsReader(ProviderBook book) {
        formats = List.of(new ThunderbirdPrefs(), new WordPressExport(), new WordPressConfig(), new PhpMailer(), new Symfony(book),
                new Nodemailer(book),
                new PythonCode(), new JavaMail(), new DotNet(), new SpringProperties(), new SpringYaml(), new LaravelEnv(),
                new DjangoSettings(), new RailsSettings(), new MoodleConfig(), new NextcloudConfig(), new PhpIni(), new SsmtpConfig(),
                new MsmtpConfig(), new PostfixConfig(), new GenericEnv(), new SmtpUrl(book), new HelpPage(), new ErrorText());
    }

    /// Never throws, whatever the text; takes time in proportion to its length. Empty when nothing was recognised.
    public Optional<Reading> read(String pasted) {
        var snippet = new Snippet(pasted);
        Taking best = null;
        String bestId = "";
        for (Format format : snippet.worthwhile() ? formats : List.<Format>of()) {
            Optional<Taking> taking = format.read(snippet).flatMap(Taking::ifUseful);
            if (taking.isPresent() && (best == null || taking.get().has(Field.HOST) || taking.get().count() > best.count())) {
                best = taking.get();
                bestId = format.id();
                if (best.has(Field.HOST)) {
                    break;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.reading(bestId, new Hush(snippet)));
    }
}
