package org.mailmedic.advice;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.AddressText;
import org.mailmedic.plan.Route;
import org.mailmedic.plan.Stage;

/// What was seen, in a line for the journey while it happens. It tells and never judges. Immutable.
public final class EvidenceWords {
    /// What fits below a station, in characters.
    public static final int SHORT = 24;
    private static final int MOST_ADDRESSES = 4;

    private final TextBook book;
    private final FactWords words;

    public EvidenceWords(Locale language) {
        this(TextBook.open("evidence", language), new FactWords(language));
    }

    private EvidenceWords(TextBook book, FactWords words) {
        this.book = book;
        this.words = words;
    }

    /// The same in other words.
    EvidenceWords mapped(UnaryOperator<String> change) {
        return new EvidenceWords(book.mapped(change), words.mapped(change));
    }

    /// One plain line; empty for what was not looked at.
    public Optional<String> line(Evidence evidence) {
        return key(evidence).map(key -> book.get(mostExact(key, role(evidence)), facts(evidence)));
    }

    /// A few words of at most [#SHORT] characters for below the station; empty for what was not looked at.
    public Optional<String> brief(Evidence evidence) {
        return key(evidence).map(key -> PlainText.of(book.get(mostExact(key, ".short"), facts(evidence)), SHORT));
    }

    /// How a station ended, in a word or two.
    public String status(String id) {
        return words.status(id);
    }

    /// The same for a station that works and has seen nothing yet: *knocking…*.
    public String busy(Stage stage) {
        return book.get("busy." + stage.id());
    }

    /// `tcp.failed.refused` is asked for before `tcp.failed`, each with the suffix before any without it.
    private String mostExact(String key, String suffix) {
        String shorter = key;
        while (true) {
            if (book.find(shorter + suffix).isPresent()) {
                return shorter + suffix;
            }
            int dot = shorter.lastIndexOf('.');
            if (dot < 0) {
                break;
            }
            shorter = shorter.substring(0, dot);
        }
        String any = key;
        while (book.find(any).isEmpty() && any.indexOf('.') > 0) {
            any = any.substring(0, any.lastIndexOf('.'));
        }
        return any;
    }

    private static String role(Evidence evidence) {
        if (evidence instanceof Evidence.NameLookup lookup) {
            return lookup.bySystem() || lookup.aboutMx() ? "" : ".other";
        }
        return evidence.onRoute().map(Route::role).map(role -> switch (role) {
            case TARGET -> "";
            case OTHER_MODE -> ".other_mode";
            case OTHER_PORT -> ".other_port";
            case CONTROL -> ".control";
            case CANARY -> ".canary";
        }).orElse("");
    }

    private Optional<String> key(Evidence evidence) {
        return switch (evidence.outcome()) {
            case Outcome.Seen<?>(var seen) -> Optional.of(evidence.kind().id() + seen(evidence, seen));
            case Outcome.Failed<?>(var how, var _) -> Optional.of(evidence.kind().id() + failed(evidence, how));
            case Outcome.Skipped<?>(var why) -> why == Outcome.Reason.WITHHELD && evidence instanceof Evidence.SignIn
                    ? Optional.of("sign_in.withheld") : Optional.empty();
            case Outcome.Broke<?> _ -> Optional.of("broke");
        };
    }

    private static String seen(Evidence evidence, Object seen) {
        if (seen instanceof Reply reply && !reply.positive()) {
            return ".refused";
        }
        return ".seen" + switch (evidence) {
            case Evidence.NameLookup lookup when lookup.aboutMx() -> ".mx";
            case Evidence.NameLookup lookup -> lookup.outcome().seen().filter(a -> a.addresses().size() == 1).map(_ -> ".one").orElse("");
            case Evidence.Hello hello -> (hello.encrypted() ? ".encrypted" : "") + (features(hello) == 1 ? ".one" : "");
            case Evidence.TlsHandshake tls -> tls.certificate().map(c -> c.verified() ? "" : ".problem").orElse(".bare");
            case OffRoute.PageCheck page -> page.asExpected() ? "" : ".other";
            case OffRoute.FirewallLook look -> look.outcome().seen().isPresent() && look.stopping() == 0 ? ".none" : "";
            case OffRoute.DnsCanary canary -> "." + canary.lure().name().toLowerCase(Locale.ROOT);
            case OffRoute.ProtectionLook look -> look.outcome().seen().filter(List::isEmpty).map(_ -> ".none").orElse("");
            case OffRoute.MailboxSignIn mailbox -> mailbox.outcome().seen().filter(answer -> !answer.accepted()).map(_ -> ".other")
                    .orElse("");
            case Evidence.TcpConnect _, Evidence.Greeting _, Evidence.StartTls _, Evidence.SignIn _, Evidence.EnvelopeReply _,
                 Evidence.TestMessage _, Evidence.Defect _, OffRoute.ClockCheck _, OffRoute.InterfaceLook _, Evidence.PathSample _,
                 Evidence.LongLine _, Evidence.Unasked _, OffRoute.Pause _ -> "";
            case OffRoute.PhpLook look -> look.outcome().seen().filter(php -> php.version().isEmpty()).map(_ -> ".none").orElse("");
            case OffRoute.SenderDomain look -> look.outcome().seen().filter(List::isEmpty).map(_ -> ".none").orElse("");
        };
    }

    private static String failed(Evidence evidence, Failure how) {
        if (evidence instanceof Evidence.TlsHandshake tls) {
            if (tls.legacy().isPresent()) {
                return ".failed.legacy";
            }
            if (tls.certificate().isPresent() && !tls.certificate().get().verified()) {
                return ".failed.problem";
            }
        }
        if (evidence instanceof Evidence.NameLookup lookup && how == Failure.NO_ADDRESS) {
            return ".failed." + how.id() + "." + lookup.type().toLowerCase(Locale.ROOT);
        }
        return ".failed." + how.id();
    }

    private static int features(Evidence.Hello hello) {
        return hello.outcome().seen().map(c -> c.lines().size()).orElse(0);
    }

    private Map<String, Object> facts(Evidence evidence) {
        var facts = new HashMap<String, Object>();
        facts.put("duration", words.duration(evidence.span().durationMs()));
        evidence.onRoute().ifPresent(route -> {
            facts.put("host", route.host());
            facts.put("address", route.addressText());
            facts.put("port", route.port());
        });
        evidence.outcome().failure().ifPresent(how -> facts.put("failure", words.failure(how)));
        evidence.outcome().seen().filter(Reply.class::isInstance).ifPresent(reply -> facts.put("reply", ((Reply) reply).full()));
        switch (evidence) {
            case Evidence.NameLookup lookup -> {
                facts.put("name", lookup.name());
                facts.put("resolver", lookup.resolver());
                lookup.outcome().seen().ifPresent(answer -> {
                    facts.put("count", answer.addresses().size());
                    facts.put("addresses", addresses(answer));
                    facts.put("hosts", words.list(answer.aliases()));
                });
            }
            case Evidence.Greeting greeting -> {
                if (greeting.firstByteMs() >= 0) {
                    facts.put("duration", words.duration(greeting.firstByteMs()));
                }
            }
            case Evidence.Hello hello -> hello.outcome().seen().ifPresent(offered -> {
                facts.put("name", PlainText.of(offered.domain(), 80));
                facts.put("count", offered.lines().size());
            });
            case Evidence.TlsHandshake tls -> {
                tls.outcome().seen().ifPresent(session -> facts.put("protocol", version(session.protocol())));
                tls.legacy().ifPresent(old -> facts.put("protocol", version(old)));
                tls.certificate().ifPresent(c -> facts.put("expires",
                        words.date(LocalDate.ofInstant(c.leaf().getNotAfter().toInstant(), ZoneOffset.UTC))));
            }
            case Evidence.SignIn signIn -> facts.put("mechanism", signIn.mechanism());
            case OffRoute.ClockCheck clock -> clock.outcome().seen().ifPresent(s -> facts.put("offset",
                    words.duration(Math.abs(s) * 1000)));
            case OffRoute.FirewallLook look -> {
                facts.put("command", look.command());
                look.outcome().seen().ifPresent(_ -> facts.put("count", look.stopping()));
            }
            case Evidence.PathSample sample -> sample.outcome().seen().ifPresent(all -> {
                facts.put("count", all.size());
                facts.put("good", all.stream().filter(ms -> ms >= 0).count());
            });
            case OffRoute.MailboxSignIn mailbox -> {
                facts.put("host", mailbox.host());
                facts.put("port", mailbox.port());
                facts.put("protocol", mailbox.protocol());
            }
            case OffRoute.ProtectionLook look -> look.outcome().seen().ifPresent(all -> facts.put("names", words.list(all)));
            case OffRoute.SenderDomain look -> facts.put("name", PlainText.of(look.domain(), 80));
            case OffRoute.PhpLook look -> look.outcome().seen().ifPresent(php -> {
                facts.put("version", php.version());
                facts.put("count", php.functionsOff().size());
            });
            case Evidence.TcpConnect _, Evidence.StartTls _, Evidence.EnvelopeReply _, Evidence.TestMessage _, Evidence.Defect _,
                 OffRoute.PageCheck _, OffRoute.DnsCanary _, OffRoute.InterfaceLook _, Evidence.LongLine _,
                 Evidence.Unasked _ -> { }
            case OffRoute.Pause pause -> facts.put("lost", words.duration(pause.lostMs()));
        }
        return facts;
    }

    private String addresses(Evidence.Answer answer) {
        List<String> all = answer.addresses().stream().map(AddressText::of).toList();
        return all.size() <= MOST_ADDRESSES ? words.list(all) : String.join(", ", all.subList(0, MOST_ADDRESSES)) + " …";
    }

    /// `TLSv1.3` is how Java writes `TLS 1.3`; `TLSv1` is 1.0.
    private static String version(String java) {
        String number = java.replaceFirst("^(TLS|SSL)v", "$1 ");
        return number.equals("TLS 1") ? "TLS 1.0" : number.equals("SSL 3") ? "SSL 3.0" : number;
    }
}
