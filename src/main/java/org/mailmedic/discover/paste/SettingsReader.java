package org.mailmedic.discover.paste;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.discover.paste.format.CommandLine;
import org.mailmedic.discover.paste.format.DjangoSettings;
import org.mailmedic.discover.paste.format.DotNet;
import org.mailmedic.discover.paste.format.EmacsLisp;
import org.mailmedic.discover.paste.format.ErrorText;
import org.mailmedic.discover.paste.format.EximConfig;
import org.mailmedic.discover.paste.format.GenericEnv;
import org.mailmedic.discover.paste.format.HelpPage;
import org.mailmedic.discover.paste.format.JavaMail;
import org.mailmedic.discover.paste.format.LaravelEnv;
import org.mailmedic.discover.paste.format.MailCalls;
import org.mailmedic.discover.paste.format.MonitConfig;
import org.mailmedic.discover.paste.format.MoodleConfig;
import org.mailmedic.discover.paste.format.MsmtpConfig;
import org.mailmedic.discover.paste.format.Netrc;
import org.mailmedic.discover.paste.format.NextcloudConfig;
import org.mailmedic.discover.paste.format.Nodemailer;
import org.mailmedic.discover.paste.format.PageSpeech;
import org.mailmedic.discover.paste.format.PhpIni;
import org.mailmedic.discover.paste.format.PhpMailer;
import org.mailmedic.discover.paste.format.PostfixConfig;
import org.mailmedic.discover.paste.format.PythonCode;
import org.mailmedic.discover.paste.format.RailsSettings;
import org.mailmedic.discover.paste.format.SendmailConfig;
import org.mailmedic.discover.paste.format.SmtpUrl;
import org.mailmedic.discover.paste.format.SpringProperties;
import org.mailmedic.discover.paste.format.SpringYaml;
import org.mailmedic.discover.paste.format.SsmtpConfig;
import org.mailmedic.discover.paste.format.Symfony;
import org.mailmedic.discover.paste.format.ThunderbirdPrefs;
import org.mailmedic.discover.paste.format.WordLines;
import org.mailmedic.discover.paste.format.WordPressConfig;
import org.mailmedic.discover.paste.format.WordPressExport;
import org.mailmedic.discover.paste.taking.Doubt;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.discover.paste.taking.Taken;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.PastedSecrets;
import org.mailmedic.pasted.Sections;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.provider.ProviderBook;

/// Reads mail settings out of whatever people paste. The formats are tried from the most particular to the most general; the first one
/// that finds a server wins, otherwise the one that finds most.
public final class SettingsReader {
    /// Forms that are keys and values, in which a program of the same family may have other keys as well.
    private static final Set<String> BY_KEYS = Set.of("laravel-env", "django", "rails", "dotnet", "spring-properties", "nextcloud",
            "moodle", "symfony");
    private static final List<SlipField> ALL = List.of(SlipField.PORT, SlipField.SECURITY, SlipField.USER, SlipField.PASSWORD,
            SlipField.FROM);
    private static final List<SlipField> NAMES = List.of(SlipField.USER, SlipField.FROM);
    private final List<Format> formats;
    private final GenericEnv generic;
    private final HelpPage words = new HelpPage();

    public SettingsReader(ProviderBook book) {
        generic = new GenericEnv(book);
        formats = List.of(new ThunderbirdPrefs(), new WordPressExport(), new WordPressConfig(), new PhpMailer(), new Symfony(book),
                new Nodemailer(book),
                new PythonCode(), new JavaMail(), new DotNet(), new SpringProperties(), new SpringYaml(), new LaravelEnv(),
                new DjangoSettings(), new RailsSettings(), new MoodleConfig(), new NextcloudConfig(), new PhpIni(), new SsmtpConfig(),
                new MsmtpConfig(), new PostfixConfig(), new EximConfig(), new SendmailConfig(), new MonitConfig(), new WordLines(),
                        new Netrc(), new EmacsLisp(),
                        new CommandLine(book),
                        new MailCalls(),
                generic, new SmtpUrl(book), words, new ErrorText());
    }

    /// Never throws, whatever the text; takes time in proportion to its length. Empty when nothing was recognised.
    public Optional<PastedSettings> read(String pasted) {
        var snippet = new Snippet(pasted);
        FieldCollector best = null;
        String bestId = "";
        for (Format format : snippet.worthwhile() ? formats : List.<Format>of()) {
            Optional<FieldCollector> taking = format.read(snippet).flatMap(FieldCollector::ifUseful);
            if (taking.isPresent() && (best == null || taking.get().has(SlipField.HOST) || taking.get().count() > best.count())) {
                best = taking.get();
                bestId = format.id();
                if (best.has(SlipField.HOST)) {
                    break;
                }
            }
        }
        if (best != null) {
            complete(best, bestId, snippet);
        }
        return best == null ? Optional.empty() : Optional.of(asPasted(best.reading(bestId, new PastedSecrets(snippet)), snippet));
    }

    /// With the numbers of the lines that the person sees.
    private static PastedSettings asPasted(PastedSettings read, Snippet snippet) {
        return new PastedSettings(read.format(), read.draft(),
                read.taken().stream().map(each -> new Taken(each.field(), snippet.origin(each.line()))).toList(),
                read.doubts().stream().map(each -> new Doubt(each.field(), each.kind(), snippet.origin(each.line()))).toList());
    }

    /// What another reading of the same text knows of the same server. Words never tell keys their password, nor the other way round.
    private void complete(FieldCollector best, String id, Snippet snippet) {
        boolean page = id.equals(words.id());
        if (page || BY_KEYS.contains(id)) {
            generic.keyed(snippet).filter(other -> sameServer(best, other)).ifPresent(other -> best.fill(other, page ? NAMES : ALL));
        } else if (id.equals(generic.id()) && (PageSpeech.in(snippet) || !new Sections(snippet).any())) {
            words.read(snippet).filter(other -> sameServer(best, other)).ifPresent(other -> best.fill(other, NAMES));
        }
    }

    private static boolean sameServer(FieldCollector one, FieldCollector other) {
        boolean ports = !one.has(SlipField.PORT) || !other.has(SlipField.PORT) || one.draft().port().equals(other.draft().port());
        return ports && one.draft().host().equals(other.draft().host());
    }
}
