package org.mailmedic.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailmedic.advice.Adviser;
import org.mailmedic.checkup.DomainChecker;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.monitor.batch.Checked;
import org.mailmedic.monitor.batch.DomainLineCheck;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.JsonText;
import org.mailmedic.settings.HostName;

/// The lines of a batch that name a domain: the same look as the command `domain`, without block lists. Thread-safe.
final class DomainLines implements DomainLineCheck {
    private final DomainChecker checker;
    private final Adviser adviser;
    private final Locale language;

    DomainLines(Locale language) {
        ProviderBook book = ProviderBook.load();
        checker = DomainChecker.withoutAuthorities(book);
        adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> book.byHost(host).map(Provider::name));
        this.language = language;
    }

    @Override
    public Checked check(String domain, Options options) throws InterruptedException, Unfit {
        if (!(HostName.read(domain) instanceof HostName.Usable(var ascii, var literal)) || literal || ascii.indexOf('.') < 0) {
            throw Unfit.of("domain", "value", domain);
        }
        // the public resolvers are meant to be asked beside the system's own, which knows this network
        List<String> resolvers = options.resolvers().equals(Options.PUBLIC_RESOLVERS) ? List.of() : options.resolvers();
        long began = System.nanoTime();
        DomainLook look;
        try {
            look = checker.look(DomainQuestion.about(ascii), new DomainChecker.Manner(resolvers, options.trust(), options.timeout()));
        } catch (IOException authorities) {
            throw Unfit.authorities(authorities);
        }
        double ms = (System.nanoTime() - began) / 1e6;
        Instant now = Instant.now();
        var headline = look.diagnosis().diagnoses().stream().findFirst()
                .map(finding -> Report.Verdict.of(finding, adviser.advise(finding, look.situation(), now)));
        var outcome = switch (look.outcome()) {
            case HEALTHY -> Report.Outcome.HEALTHY;
            case PROBLEM -> Report.Outcome.PROBLEM;
            case INCONCLUSIVE -> Report.Outcome.INCONCLUSIVE;
        };
        return new Checked(outcome, headline, look.diagnosis().warnings().stream().map(Finding::code).map(Object::toString).toList(),
                Optional.empty(), Map.of("delivery", ms), ms, List.of(),
                () -> JsonText.of(new DomainForm(look, adviser, language, now).json()));
    }
}
