package org.mailmedic.advice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailmedic.advice.AdvicePage.Heading;
import org.mailmedic.advice.AdvicePage.Section;
import org.mailmedic.advice.AdvicePage.StepLine;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Plan;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// Turns findings into words for one person: their language, system, time zone and provider. Thread-safe.
public final class Adviser {
    private final AdvicePages pages;
    private final FactWords words;
    private final Locale language;
    private final String system;
    private final Supplier<ZoneId> zone;
    private final Function<String, Optional<String>> providerOf;

    /// @param system     `Windows`, `macOS` or `Linux`: whose menus the steps name; see [#systemName]
    /// @param zone       of the times in letters
    /// @param providerOf the name of the provider whose server has this host name, when it is known
    public Adviser(Locale language, String system, ZoneId zone, Function<String, Optional<String>> providerOf) {
        this(language, system, () -> zone, providerOf);
    }

    /// @param zone asked for when a letter needs it: to find the system's own is slow
    public Adviser(Locale language, String system, Supplier<ZoneId> zone, Function<String, Optional<String>> providerOf) {
        this.pages = new AdvicePages(language);
        this.words = new FactWords(language);
        this.language = language;
        this.system = system;
        this.zone = zone;
        this.providerOf = providerOf;
    }

    /// The name that pages use for the value of the system property `os.name`.
    public static String systemName(String osName) {
        String lower = osName.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? "Windows" : lower.startsWith("mac") ? "macOS" : "Linux";
    }

    /// For what a check-up found.
    ///
    /// @param when the moment of the check-up, for the letter
    public Advice advise(Finding finding, Settings settings, Plan plan, Instant when) {
        return advise(finding, situation(settings, plan), when);
    }

    /// For any finding, whether measured or read out of a text.
    ///
    /// @param situation what is known besides the finding's own facts: `host`, `port`, `security`, `user`, `from`, `to`, `domain`,
    ///                  `symptom` (ids, as in the contract), and `basis`: `said` where a text says so and nothing was measured. What is
    ///                  missing leaves its sentences out. The finding's own facts go before these
    /// @param when      the moment it was seen, for the letter
    public Advice advise(Finding finding, Facts situation, Instant when) {
        return advise(finding.code(), raw(finding, situation), when);
    }

    /// For what an earlier advice was about, in this adviser's language.
    ///
    /// @param raw all that it was made of ([Advice#facts]); nothing is added to it
    public Advice advise(Code code, Map<String, String> raw, Instant when) {
        var facts = inWords(raw, when);
        Advice advice = pages.page(code).map(page -> advise(page, raw, facts)).orElseGet(() -> unwritten(code, raw, facts));
        return raw.containsKey("oneAddress") ? aboutOneAddress(advice, facts) : advice;
    }

    /// The one that its words are in.
    public Language language() {
        return Language.of(language);
    }

    private Advice aboutOneAddress(Advice advice, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("title", advice.title());
        all.put("summary", advice.summary());
        return new Advice(words.oneAddress("title", all), words.oneAddress("summary", all), advice.steps(), advice.letter(),
                advice.why(), advice.facts());
    }

    private Advice advise(AdvicePage page, Map<String, String> raw, Map<String, String> facts) {
        var cases = page.sections().stream()
                .filter(s -> s.heading() instanceof Heading.InCase(var condition) && condition.holds(raw)).toList();
        String title = cases.stream().filter(s -> !s.paragraphs().isEmpty()).map(s -> s.paragraphs().getFirst().text().plain(facts))
                .filter(t -> !t.isEmpty()).findFirst().orElseGet(() -> page.title().plain(facts));
        String summary = cases.stream().filter(s -> s.paragraphs().size() > 1)
                .map(s -> text(s.paragraphs().subList(1, s.paragraphs().size()), facts))
                .filter(t -> !t.isEmpty()).findFirst().orElseGet(() -> page.summary().plain(facts));
        String letter = page.sections().stream()
                .filter(s -> s.heading() instanceof Heading.Letter(var condition) && condition.map(c -> c.holds(raw)).orElse(true))
                .sorted((a, b) -> Boolean.compare(conditional(b), conditional(a)))
                .map(s -> text(s.paragraphs(), facts)).findFirst().orElse("");
        String why = page.sections().stream().filter(s -> s.heading() instanceof Heading.Background)
                .map(s -> text(s.paragraphs(), facts)).findFirst().orElse("");
        var lines = cases.stream().filter(s -> !s.steps().isEmpty()).findFirst().or(() -> chosen(page, raw))
                .map(Section::steps).orElse(List.of());
        var steps = lines.stream().filter(line -> line.only().map(condition -> condition.holds(raw)).orElse(true))
                .flatMap(line -> step(line, facts, !letter.isEmpty()).stream()).toList();
        return new Advice(title, summary, steps, letter, why, raw);
    }

    private static boolean conditional(Section letter) {
        return letter.heading() instanceof Heading.Letter(var condition) && condition.isPresent();
    }

    /// The most specific steps: for the provider, then for where mail is sent from, then for the system, then the plain ones.
    private Optional<Section> chosen(AdvicePage page, Map<String, String> raw) {
        String provider = raw.getOrDefault("provider", "");
        Optional<Section> best = Optional.empty();
        int bestRank = 0;
        for (Section section : page.sections()) {
            int rank = section.heading().rank(name -> sameProvider(name, provider), raw.getOrDefault("symptom", ""), system);
            if (rank > bestRank) {
                best = Optional.of(section);
                bestRank = rank;
            }
        }
        return best;
    }

    /// Provider books write `Gmail / Google Workspace` or `Yahoo Mail` where a page says `Gmail` or `Yahoo`.
    private static boolean sameProvider(String onPage, String provider) {
        String wanted = letters(onPage);
        return Arrays.stream(provider.split("[/,;(]| or | and ")).anyMatch(name -> !wanted.isEmpty() && letters(name).startsWith(wanted));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// A step whose first sentence, or whose value, cannot be said is no step.
    private static Optional<Step> step(StepLine line, Map<String, String> facts, boolean letter) {
        if (!line.text().leads(facts)) {
            return Optional.empty();
        }
        String text = line.text().plain(facts);
        String markdown = line.text().markdown(facts);
        return switch (line.kind()) {
            case DO -> Optional.of(new Step.Do(text, markdown));
            case ASK -> Optional.of(letter ? new Step.Ask(text, markdown) : new Step.Do(text, markdown));
            case CHANGE -> Optional.of(line.value().plain(facts)).filter(value -> !value.isEmpty())
                    .map(value -> new Step.Change(text, markdown, value));
        };
    }

    private static String text(List<AdvicePage.Paragraph> paragraphs, Map<String, String> facts) {
        var text = new StringBuilder();
        boolean listBefore = false;
        for (var paragraph : paragraphs) {
            String said = paragraph.text().plain(facts);
            if (said.isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append(paragraph.listed() && listBefore ? "\n" : "\n\n");
            }
            text.append(paragraph.listed() ? "- " : "").append(said);
            listBefore = paragraph.listed();
        }
        return text.toString();
    }

    private Advice unwritten(Code code, Map<String, String> raw, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("code", code.id());
        String step = words.unwritten("step", all);
        return new Advice(words.unwritten("title", all), words.unwritten("summary", all), List.of(new Step.Do(step, step)), "", "", raw);
    }

    /// The facts as rules give them, with those that every page may use: what conditions are held against.
    private Map<String, String> raw(Finding finding, Facts situation) {
        var raw = new LinkedHashMap<>(situation.asMap());
        raw.put("party", finding.party().id());
        raw.put("stage", finding.stage().id());
        raw.putAll(finding.facts().asMap());
        String user = raw.getOrDefault("user", "");
        String from = raw.getOrDefault("from", "");
        if (!user.isEmpty() && !from.isEmpty()) {
            // who signs in and who sends: "use X instead of X" helps nobody
            raw.putIfAbsent(user.equalsIgnoreCase(from) ? "ownAddress" : "otherUser", user);
        }
        if (HostName.read(raw.getOrDefault("host", "")) instanceof HostName.Usable usable && !usable.literal()) {
            // no authority of the web issues for an address as it does for a name
            raw.put("hostName", usable.ascii());
        }
        if (!raw.containsKey("provider")) {
            Optional.ofNullable(raw.get("host")).flatMap(providerOf).ifPresent(name -> raw.put("provider", name));
        }
        return raw;
    }

    private static Facts situation(Settings settings, Plan plan) {
        return Facts.of("host", plan.possible() ? plan.host() : settings.host())
                .and("port", plan.port())
                .and("security", protection(settings, plan).id())
                .and("user", settings.login().userName().orElse(""))
                .and("from", settings.sender().map(EmailAddress::toString).orElse(""))
                .and("to", settings.to().map(EmailAddress::toString).orElse(""))
                .and("domain", settings.login().userName().flatMap(EmailAddress::parse).or(settings::sender).map(EmailAddress::domain)
                        .orElse(""))
                .and("symptom", settings.symptom().id())
                .and("kept", kept(settings.login()));
    }

    /// What would have been sent, had the server been one to trust; empty where nothing secret was entered.
    private static String kept(Login login) {
        return switch (login) {
            case Login.None(), Login.NameOnly(_) -> "";
            case Login.Password(_, _) -> "password";
            case Login.AccessToken(_, _) -> "token";
        };
    }

    /// What was asked for; where that was left open, what the port made of it.
    private static Security protection(Settings settings, Plan plan) {
        return switch (settings.security()) {
            case TLS, STARTTLS, NONE -> settings.security();
            case AUTO -> plan.mode() == Mode.IMPLICIT_TLS ? Security.TLS : Security.STARTTLS;
        };
    }

    /// The same as people read them, each one inert.
    private Map<String, String> inWords(Map<String, String> raw, Instant when) {
        var facts = new HashMap<String, String>();
        raw.forEach((name, value) -> facts.put(name, PlainText.of(inWords(name, value))));
        return new SpokenFacts(facts, () -> words.time(when, zone.get()));
    }

    private String inWords(String name, String value) {
        return switch (name) {
            case "where", "failure", "finality", "slip", "missing", "reason", "spoke", "security",
                    "otherSecurity", "kept" -> words.fact(name, value);
            case "why" -> words.unfetched(value);
            case "domain" -> ReadableName.of(value);
            case "offset" -> value.matches("-?\\d{1,15}") ? words.offset(Long.parseLong(value)) : value;
            case "dnsWhere", "companyWay", "companyOften" -> TextBook.open("provider", language).find(value).orElse(value);
            case "delay", "budget" -> words.decimal(value);
            case "expires", "validFrom", "bundleDate" -> day(value).map(words::date).orElse(value);
            default -> value;
        };
    }

    private Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException noDate) {
            return moment(value).map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
        }
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
