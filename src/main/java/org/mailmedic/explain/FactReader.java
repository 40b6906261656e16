package org.mailmedic.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailmedic.diagnosis.reply.FoldedText;
import org.mailmedic.diagnosis.reply.HintedSignatures;
import org.mailmedic.diagnosis.reply.HintedSignatures.Hinted;
import org.mailmedic.explain.FactForms.Form;
import org.mailmedic.explain.FactForms.Kind;

/// Reads host, port, encryption, addresses and program out of a text.
final class FactReader {
    private static final Pattern LONE_PORT = Pattern.compile("\\b[Pp]ort['\"]?[ :=>]{1,4}['\"]?" + FactForms.PORT);
    private static final int LONGEST = 64 * 1024;
    private static final String NO_HOST = "(?i).*\\.(?:php|py|js|ts|rb|go|java|cs|cc?|log|c|json|html?|so|dll|exe|txt|md|yml|conf|jar|ko"
            + "|pl|inc|mjs|cjs|erl|rs|net|local\\.net)|(?:system|javax|jakarta|com|java|org|microsoft|mailkit|sun)\\..*";

    private static final Lazy<HintedSignatures<Form>> FORMS = new Lazy<>(FactForms::load);

    private final String text;
    private final List<Form> forms;
    private final List<Place> places = new ArrayList<>();

    /// @param from in the text that was searched
    record Place(int from, int to, String what) {}

    /// @param security id, empty when not said
    record Facts(Optional<String> program, Optional<String> host, int port, Optional<String> security, Optional<String> from,
            Optional<String> to, List<Place> places) {
        private static final int BEFORE = 24;

        /// The same with their places in the text that the lines were taken out of.
        Facts movedBy(LogExcerpt lines) {
            return new Facts(program, host, port, security, from, to, places.stream()
                    .map(each -> new Place(lines.inWhole(each.from()), lines.inWhole(each.from()) + each.to() - each.from(), each.what()))
                    .toList());
        }

        /// The same with their places in the text that `read` was taken out of. What does not stand there word for word has none.
        Facts placedIn(String whole, String read) {
            var placed = new ArrayList<Place>();
            for (Place each : places) {
                int before = Math.min(BEFORE, each.from());
                int at = whole.indexOf(read.substring(each.from() - before, each.to()));
                if (at < 0) {
                    before = 0;
                    at = whole.indexOf(read.substring(each.from(), each.to()));
                }
                if (at >= 0) {
                    placed.add(new Place(at + before, at + before + each.to() - each.from(), each.what()));
                }
            }
            return new Facts(program, host, port, security, from, to, List.copyOf(placed));
        }
    }

    private FactReader(String text) {
        this.text = text;
        FoldedText folded = FoldedText.of(text);
        forms = FORMS.get().all().stream().filter(each -> !each.possible(folded).isEmpty()).map(Hinted::signature).toList();
    }

    /// @param text only its first 64 Ki characters are looked at
    static Facts read(String text) {
        return new FactReader(text.length() > LONGEST ? text.substring(0, LONGEST) : text).read();
    }

    private Facts read() {
        Optional<String> host = Optional.empty();
        int port = 0;
        Optional<String> security = Optional.empty();
        for (Pattern each : forms(Kind.SERVER)) {
            Matcher server = each.matcher(text);
            boolean fits = false;
            for (int tries = 0; tries < 40 && !fits && server.find(); tries++) {
                fits = named(server.group("host"));
            }
            if (!fits) {
                continue;
            }
            boolean groups = each.pattern().contains("<port>");
            int here = groups && server.group("port") != null ? number(server.group("port")) : 0;
            if (host.isEmpty()) {
                host = Optional.of(server.group("host").replaceAll("^\\[|\\]$", ""));
                places.add(new Place(server.start("host"), server.end("host"), "host"));
                if (each.pattern().contains("<scheme>")) {
                    security = switch (server.group("scheme")) {
                        case "ssl", "tls", "smtps", "submissions" -> Optional.of("tls");
                        case null, default -> Optional.empty();
                    };
                }
            }
            if (port == 0 && here > 0 && server.group("host").replaceAll("^\\[|\\]$", "").equals(host.get())) {
                port = here;
                places.add(new Place(server.start("port"), server.end("port"), "port"));
            }
            if (port > 0) {
                break;
            }
        }
        if (port == 0) {
            port = lonePort();
        }
        for (Pattern each : security.isPresent() ? List.<Pattern>of() : forms(Kind.SECURITY)) {
            Matcher said = each.matcher(text);
            if (said.find()) {
                security = said.namedGroups().keySet().stream().findFirst();
                break;
            }
        }
        return new Facts(program(), host, port, security, address(forms(Kind.SENDER), "from"), address(forms(Kind.RECIPIENT), "to"),
                List.copyOf(places));
    }

    private List<Pattern> forms(Kind kind) {
        return forms.stream().filter(each -> each.kind() == kind).map(Form::pattern).toList();
    }

    private static boolean named(String host) {
        return !host.matches(NO_HOST) && !host.matches("\\d+\\.\\d+\\.\\d+\\.0*");
    }

    private int lonePort() {
        Matcher alone = LONE_PORT.matcher(text);
        if (alone.find()) {
            int port = number(alone.group("port"));
            if (port > 0) {
                places.add(new Place(alone.start("port"), alone.end("port"), "port"));
            }
            return port;
        }
        return 0;
    }

    private static int number(String digits) {
        int port = Integer.parseInt(digits);
        return port <= 65535 ? port : 0;
    }

    private Optional<String> address(List<Pattern> forms, String what) {
        for (Pattern each : forms) {
            Matcher form = each.matcher(text);
            if (form.find()) {
                places.add(new Place(form.start("address"), form.end("address"), what));
                return Optional.of(form.group("address"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> program() {
        for (Form each : forms) {
            Matcher name = each.pattern().matcher(text);
            if (each.kind() == Kind.PROGRAM && name.find()) {
                places.add(new Place(name.start(), name.end(), "program"));
                return Optional.of(each.name());
            }
        }
        return Optional.empty();
    }
}
