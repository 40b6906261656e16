package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.Security;

/// What the words of a line say of a server, whatever their order: its name, its port and its encryption.
final class PageProse {
    /// Ports that mail is really submitted on, which need no label.
    private static final Set<String> PORTS = Set.of("25", "26", "465", "587", "2525", "2587", "2465");
    private static final int NEAR = 8;

    private final FieldCollector taking;
    private final PageWords words;
    private final List<String> outgoingWords;
    /// A host that no label speaks of, for want of a better one.
    private String stray = "";
    private int strayLine;

    PageProse(FieldCollector taking, PageWords words, List<String> outgoingWords) {
        this.taking = taking;
        this.words = words;
        this.outgoingWords = outgoingWords;
    }

    /// Whether `lower` goes on with a server's name or its port from `outgoing` on, where it says `smtp`.
    static boolean sendingHost(String lower, int outgoing) {
        List<ProseWords.Word> all = ProseWords.of(lower.substring(outgoing));
        return lower.startsWith("smtp", outgoing) && (all.stream().anyMatch(word -> !ProseWords.host(word.text()).isEmpty())
                || all.size() > 1 && PORTS.contains(all.get(1).text()));
    }

    /// The hosts, ports and words for encryption of a line.
    ///
    /// @param labelled whether its label asks for one of them
    void read(Snippet.Line line, boolean labelled) {
        boolean about = labelled || PageWords.first(line.lower(), outgoingWords) >= 0;
        List<ProseWords.Word> all = ProseWords.of(line.text());
        for (int i = 0; i < all.size(); i++) {
            String host = ProseWords.host(all.get(i).text());
            if (!host.isEmpty() && about) {
                host(all.get(i).text(), line.text(), line.number());
            } else if (!host.isEmpty() && stray.isEmpty()) {
                stray = host;
                strayLine = line.number();
            }
            port(all, i, line.number());
            boolean kind = i + 1 < all.size() && all.get(i).lower().equals("smtp") && PORTS.contains(all.get(i + 1).text());
            takePort(kind ? submission(all, i + 1) : "", line.number());
        }
        portWithoutWord(line, all, labelled);
        encryption(line, labelled);
    }

    /// Takes the host that no label spoke of, where no other was found.
    void takeStray() {
        if (!taking.has(SlipField.HOST)) {
            taking.take(SlipField.HOST, stray, strayLine);
        }
    }

    void host(String word, String line, int number) {
        String host = ProseWords.server(word);
        if (!host.isEmpty() && !taking.has(SlipField.HOST)) {
            taking.take(SlipField.HOST, host, number);
            taking.take(SlipField.PORT, ProseWords.port(word) > 0 ? Integer.toString(ProseWords.port(word)) : "", number);
            boolean scheme = line.contains("ssl://" + word) || line.contains("smtps://" + word);
            taking.security(scheme ? Security.TLS : Security.AUTO, number);
        }
    }

    void encryption(Snippet.Line line, boolean labelled) {
        taking.security(PageEncryption.of(line.lower(), taking.draft().port()), line.number());
        String last = line.lower().substring(PageLine.separator(line.lower()) + 1);
        taking.security(labelled && PageEncryption.none(last) ? Security.NONE : Security.AUTO, line.number());
    }

    /// The port at `index`, or the one beside port 25 that programs send on: "SMTP 25 / 587".
    private static String submission(List<ProseWords.Word> all, int index) {
        String first = all.get(index).text();
        return !first.equals("25") ? first : all.stream().skip(index + 1L).limit(3).map(ProseWords.Word::text)
                .filter(word -> PORTS.contains(word) && !word.equals("25")).findFirst().orElse(first);
    }

    private void port(List<ProseWords.Word> all, int index, int line) {
        String text = all.get(index).text();
        String label = all.get(index).lower().replace(":", "").replace("-", "").replaceAll("(nummer|number|nr)$", "");
        if (words.ports().stream().noneMatch(label::endsWith)) {
            return;
        }
        if (ProseWords.port(text) > 0) {
            taking.take(SlipField.PORT, Integer.toString(ProseWords.port(text)), line);
        }
        // "a 465 port"
        takePort(index > 0 && PORTS.contains(all.get(index - 1).text()) ? all.get(index - 1).text() : "", line);
        all.stream().skip(index + 1L).limit(NEAR).map(word -> word.text().replace(":", "")).filter(word -> ProseWords.number(word) > 0)
                .limit(1).forEach(number -> taking.take(SlipField.PORT, number, line));
    }

    /// "Outgoing server (SMTP): 465", as a program's dialogue has it, a port behind brackets, and one in the row of a server.
    private void portWithoutWord(Snippet.Line line, List<ProseWords.Word> all, boolean labelled) {
        Optional<String> value = PageLine.value(line.text());
        takePort(all.stream().skip(1).map(ProseWords.Word::text).limit(NEAR).filter(word -> labelled && taking.has(SlipField.HOST)
                && PORTS.contains(word) && value.filter(known -> known.startsWith(word)).isPresent()).findFirst().orElse(""),
                line.number());
        int bracket = line.text().indexOf("]:");
        String behind = bracket < 0 ? "" : ProseWords.of(line.text().substring(bracket + 2)).stream().map(ProseWords.Word::text)
                .findFirst().orElse("");
        takePort(ProseWords.number(behind) > 0 ? behind : "", line.number());
        boolean row = taking.has(SlipField.HOST) && all.stream().anyMatch(word -> word.text().equals(taking.draft().host()));
        takePort(row ? all.stream().map(ProseWords.Word::text).filter(PORTS::contains).findFirst().orElse("") : "", line.number());
    }

    /// Without a doubt where a port is known already: a number that nothing calls a port may be anything.
    private void takePort(String number, int line) {
        if (!taking.has(SlipField.PORT)) {
            taking.take(SlipField.PORT, number, line);
        }
    }
}
