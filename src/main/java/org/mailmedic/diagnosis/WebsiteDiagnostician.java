package org.mailmedic.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.plan.Route;
import org.mailmedic.provider.Hosting;
import org.mailmedic.provider.HostingBook;

/// Judges what a website's server saw: every rule for it alone, then every rule for it and this computer. What would be this device's or
/// this network's fault at a person's desk is the hosting company's there. The file looks at all addresses of the server side by side:
/// where one of them lets mail through, what the others did is a warning.
public final class WebsiteDiagnostician {
    /// Many servers say in their reply to EHLO whom they greet (RFC 5321 §4.3.1).
    private static final Pattern GREETED = Pattern.compile("\\[([0-9a-fA-F.:]{2,45})]");

    private final Diagnostician alone;
    private final List<PairRule> pairs;
    private final HostingBook hosting;

    public WebsiteDiagnostician(List<Rule> rules, List<PairRule> pairs, HostingBook hosting) {
        this.alone = new Diagnostician(rules);
        this.pairs = List.copyOf(pairs);
        this.hosting = hosting;
    }

    /// @param here what this computer saw, where that is known
    public Diagnosis diagnose(Optional<CaseFile> here, CaseFile website) {
        var siblings = Siblings.of(website);
        CaseFile counts = siblings.several() ? siblings.with(siblings.chosen()) : website;
        var found = alone.examine(website, WebsiteDiagnostician::seenThere);
        var together = here.stream().flatMap(file -> pairs.stream().flatMap(rule -> rule.examine(file, counts)));
        Facts company = machine(website, company(website));
        return Diagnostician.rank(Stream.concat(found.flatMap(WebsiteDiagnostician::redirected), together)
                .map(WebsiteDiagnostician::hosted).map(finding -> compared(finding, counts))
                .map(finding -> with(finding, company)).toList());
    }

    /// A guess that this computer's own firewall does it is none about a server whose firewall nobody could have read.
    private static boolean seenThere(Finding finding) {
        return finding.code() != Code.PORT_BLOCKED_BY_DEVICE || !finding.facts().get("seen").equals("silence");
    }

    /// Who answers in a mail server's place on the way out of a web server is its host: the port is shut, however friendly the greeting.
    private static Stream<Finding> redirected(Finding finding) {
        if (finding.code() != Code.SMTP_REDIRECTED || !finding.stops()) {
            return Stream.of(finding);
        }
        return Stream.of(finding, new Finding(Code.PORT_BLOCKED_BY_HOSTING, Code.PORT_BLOCKED_BY_HOSTING.stage(), Party.HOSTING, true,
                finding.facts().and("how", "redirected"), finding.confidence(), finding.because()));
    }

    private static Finding hosted(Finding finding) {
        return switch (finding.party()) {
            case DEVICE, NETWORK -> finding.fixedBy(Party.HOSTING);
            case YOU, HOSTING, MAIL_PROVIDER, DOMAIN, RECIPIENT -> finding;
        };
    }

    /// Silence or a refusal without anybody to compare with may be the hosting company's doing or the mail server's.
    private static Finding compared(Finding finding, CaseFile website) {
        boolean open = finding.code() == Code.TCP_TIMEOUT || finding.code() == Code.TCP_REFUSED;
        return !open || !finding.stops() || website.all(Evidence.TcpConnect.class, Route.Role.CONTROL)
                .anyMatch(control -> control.route().port() == website.plan().port()) ? finding
                : new Finding(finding.code(), finding.stage(), finding.party(), true, finding.facts().and("compared", "none"),
                        finding.confidence(), finding.because());
    }

    /// What the book knows about the company, where the machine's own name tells which one it is.
    private Facts company(CaseFile website) {
        return website.all(OffRoute.PhpLook.class).flatMap(look -> look.outcome().seen().stream()).map(OffRoute.Php::machine)
                .flatMap(machine -> hosting.byMachine(machine).stream()).findFirst().map(WebsiteDiagnostician::facts).orElse(Facts.none());
    }

    /// What the hosting company needs to find the machine: its name, its address as others see it, and the mark of the process.
    private static Facts machine(CaseFile website, Facts facts) {
        var php = website.all(OffRoute.PhpLook.class).flatMap(look -> look.outcome().seen().stream()).findFirst();
        return facts.and("machine", php.map(OffRoute.Php::machine).filter(name -> name.contains(".")).orElse(""))
                .and("selinux", php.map(OffRoute.Php::selinux).orElse("")).and("ownAddress", ownAddress(website));
    }

    /// As a server greeted it; otherwise the one it used itself, which may be private. A redirected connection never got out.
    private static String ownAddress(CaseFile website) {
        return website.all(Evidence.Hello.class).flatMap(hello -> hello.outcome().seen().stream()).map(offers -> offers.reply().lines()
                .getFirst())
                .map(GREETED::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst()
                .or(() -> website.all(Evidence.TcpConnect.class).flatMap(connect -> connect.outcome().seen().stream())
                        .map(Evidence.Connected::local).filter(local -> !local.isEmpty()).findFirst())
                .orElse("");
    }

    private static Facts facts(Hosting company) {
        boolean sure = !company.unverified().contains("how_to_ask");
        return Facts.of("company", company.name()).and(sure ? "companyWay" : "companyOften", company.howToAsk())
                .and("companyPorts", String.join(", ", company.workaroundPorts().stream().map(String::valueOf).toList()));
    }

    private static Finding with(Finding finding, Facts company) {
        Facts facts = finding.facts().and("view", "website");
        for (var each : company.asMap().entrySet()) {
            facts = facts.and(each.getKey(), each.getValue());
        }
        return new Finding(finding.code(), finding.stage(), finding.party(), finding.stops(), facts, finding.confidence(),
                finding.because());
    }
}
