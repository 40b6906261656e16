package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailmedic.discover.paste.format.PageWords.Label;
import org.mailmedic.discover.paste.taking.FieldCollector;
import org.mailmedic.discover.paste.taking.Format;
import org.mailmedic.discover.slip.SlipField;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;
import org.mailmedic.settings.EmailAddress;

/// The words of a provider's help page, or of a program's or a printer's own page copied as text, in several languages: "Outgoing server:
/// smtp.example.org, Port: 465, SSL: yes", with the value behind its label or below it. What belongs to receiving mail is left aside.
public final class HelpPage implements Format {
    static final int MOST_LINES = 3000;
    private static final int NEXT = 2;
    private static final List<String> MISHAPS = List.of("error", "exception", "failed", "timed out", "refused", "could not", "couldn't",
            "unable to", "enotfound", "econn", "deferred (", "not established", "could not be");

    @Override
    public String id() {
        return "help-page";
    }

    @Override
    public Optional<FieldCollector> read(Snippet snippet) {
        List<String> outgoingWords = snippet.possible(PageWords.OUTGOING);
        return outgoingWords.isEmpty() ? Optional.empty() : new Reading(snippet, outgoingWords).read();
    }

    /// One way through one text.
    private static final class Reading {
        private final Snippet snippet;
        private final PageWords words;
        private final List<String> outgoingWords;
        private final List<String> incomingWords;
        private final List<String> mishaps;
        private final FieldCollector taking = new FieldCollector();
        private final PageProse prose;
        private final LabelAbove above;
        private final SendingColumn column;
        private boolean receiving;
        /// Inside the block of another service.
        private boolean foreign;
        /// Where an address to sign in with was seen last.
        private int addressLine;
        private boolean sending;
        /// Whether one port has a label that speaks of encryption, so that another without is not the one that counts.
        private boolean encryptedPort;

        Reading(Snippet snippet, List<String> outgoingWords) {
            this.snippet = snippet;
            this.outgoingWords = outgoingWords;
            words = new PageWords(snippet);
            incomingWords = snippet.possible(PageWords.INCOMING);
            mishaps = snippet.possible(MISHAPS);
            prose = new PageProse(taking, words, outgoingWords);
            above = new LabelAbove(taking, words, prose);
            column = new SendingColumn(outgoingWords, incomingWords);
        }

        Optional<FieldCollector> read() {
            List<Snippet.Line> lines = snippet.linesWith(MOST_LINES);
            encryptedPort = lines.stream().anyMatch(line -> is(Label.PORT, line) && speaksOfSsl(line)
                    && PageLine.value(line.text()).isPresent());
            for (Snippet.Line line : lines) {
                // what a log says about a server is for another reader
                if (PageWords.first(line.lower(), mishaps) < 0 && !PageLine.remark(line)) {
                    Snippet.Line bare = PageLine.bare(line);
                    service(bare);
                    row(bare);
                }
            }
            prose.takeStray();
            if (taking.has(SlipField.PASSWORD) && !taking.has(SlipField.USER)) {
                // the password of a mailbox is that of its address
                taking.take(SlipField.USER, taking.draft().from(), addressLine);
            }
            return taking.has(SlipField.HOST) && sending ? Optional.of(PageEncryption.guessed(taking)) : Optional.empty();
        }

        /// A hosting company's mail has the sign-in of other services in blocks of their own, each with its heading.
        private void service(Snippet.Line line) {
            boolean mail = PageWords.namesMail(line.lower()) || PageWords.first(line.lower(), outgoingWords) >= 0
                    || PageWords.first(line.lower(), incomingWords) >= 0;
            foreign = !line.text().isBlank() && !mail && (foreign || words.ofOtherService(line.lower()));
        }

        private boolean is(Label label, Snippet.Line line) {
            return words.ofLine(line.lower()).filter(label::equals).isPresent();
        }

        private static boolean speaksOfSsl(Snippet.Line line) {
            return PageLine.label(line.lower()).contains("(ssl");
        }

        private void row(Snippet.Line line) {
            switch (column.row(line)) {
                case SendingColumn.Row.Heading() -> {
                    sending = true;
                    receiving = false;
                }
                case SendingColumn.Row.Setting(var setting) -> field(setting);
                case SendingColumn.Row.Other() -> line(line);
            }
        }

        private void line(Snippet.Line line) {
            String lower = line.lower();
            int outgoing = PageWords.first(lower, outgoingWords);
            int incoming = PageWords.first(lower, incomingWords);
            Optional<Snippet.Line> port = sending && incoming >= 0 && outgoing > incoming ? portOfSending(line, outgoing)
                    : Optional.empty();
            if (port.isPresent()) {
                field(port.get());
                return;
            }
            if (outgoing >= 0 && (incoming < 0 || outgoing < incoming || PageProse.sendingHost(lower, outgoing))) {
                receiving = false;
                sending = true;
            } else if (incoming >= 0) {
                receiving = true;
            }
            boolean asked = above.asksFor(Label.FROM) && line.text().indexOf('@') > 0;
            boolean sender = asked || is(Label.FROM, line) || belowUser(line);
            // what stands in front of the word for sending may be the name to sign in with all the same
            if ((receiving || !sending && outgoing < 0 && !words.namesUser(lower)) && !sender) {
                above.forget();
                return;
            }
            // a line about both: only what comes behind the word for sending
            field(incoming >= 0 && outgoing > incoming ? line.from(outgoing) : line);
        }

        /// A line about both whose port for sending stands right in front of the word: "Port: 993 (IMAP), 587 (SMTP)".
        private static Optional<Snippet.Line> portOfSending(Snippet.Line line, int outgoing) {
            int end = outgoing;
            while (end > 0 && " (".indexOf(line.text().charAt(end - 1)) >= 0) {
                end--;
            }
            int start = end;
            while (start > 0 && Character.isDigit(line.text().charAt(start - 1))) {
                start--;
            }
            String label = PageLine.label(line.text());
            boolean port = end < outgoing && label.length() < start && ProseWords.number(line.text().substring(start, end)) > 0;
            String text = label + ": " + line.text().substring(start);
            return port ? Optional.of(new Snippet.Line(line.number(), text, text.toLowerCase(Locale.ROOT))) : Optional.empty();
        }

        /// The password that stands right below an address to sign in with, in front of what tells the servers.
        private boolean belowUser(Snippet.Line line) {
            return !receiving && addressLine > 0 && line.number() - addressLine <= NEXT && is(Label.PASSWORD, line);
        }

        private void field(Snippet.Line line) {
            Optional<String> value = PageLine.value(line.text());
            Optional<Label> label = words.ofLine(line.lower());
            if (above.takes(line, label, value.isPresent())) {
                return;
            }
            if (label.isPresent() && value.isEmpty()) {
                above.is(label.get());
            }
            label.ifPresentOrElse(known -> labelled(known, value.orElse(""), line), () -> unlabelled(value.orElse(""), line));
        }

        private void unlabelled(String value, Snippet.Line line) {
            String first = ProseWords.of(value).stream().map(ProseWords.Word::text).findFirst().orElse("");
            taking.take(SlipField.USER, taking.has(SlipField.USER) ? "" : told(line), line.number());
            boolean account = PageWords.namesAccount(line.lower()) && EmailAddress.parse(first).isPresent();
            taking.take(SlipField.USER, account && !taking.has(SlipField.USER) ? first : "", line.number());
            prose.read(line, false);
        }

        /// "… the user name is anna@example.org …", in the middle of a sentence; an empty text where nothing like it stands.
        private String told(Snippet.Line line) {
            List<String> all = line.text().indexOf('@') < 0 ? List.of()
                    : ProseWords.of(line.text()).stream().map(ProseWords.Word::text).toList();
            for (int i = 0; i < all.size(); i++) {
                Optional<String> address = all.get(i).indexOf('-') < 0
                        && words.namesUser(all.get(i).toLowerCase(Locale.ROOT)) ? all.stream().skip(i + 1L).limit(NEXT)
                        .filter(word -> EmailAddress.parse(word).isPresent()).findFirst() : Optional.empty();
                if (address.isPresent()) {
                    return address.get();
                }
            }
            return "";
        }

        private void labelled(Label label, String value, Snippet.Line line) {
            if (foreign && (label == Label.USER || label == Label.PASSWORD)) {
                return;
            }
            switch (label) {
                case PASSWORD -> taking.take(SlipField.PASSWORD, PageSignIn.password(value), line.number());
                case USER -> PageSignIn.user(value, line).ifPresent(user -> {
                    addressLine = user.indexOf('@') > 0 ? line.number() : addressLine;
                    taking.take(SlipField.USER, user, line.number());
                });
                case FROM -> {
                    PageSignIn.address(value).ifPresent(address -> {
                        addressLine = line.number();
                        taking.take(SlipField.FROM, address, line.number());
                    });
                    prose.read(line, false);
                }
                case PORT -> port(value, line);
                case HOST -> {
                    prose.read(line, true);
                    ProseWords.of(value).stream().limit(1).map(ProseWords.Word::text).filter(word -> ProseWords.host(word).isEmpty())
                            .forEach(word -> prose.host(word, line.text(), line.number()));
                    alone(line).ifPresent(address -> taking.take(SlipField.USER, address, line.number()));
                }
                case SECURITY -> prose.read(line, true);
                case BESIDE -> { }
            }
        }

        /// The one address of "SMTP: mail.example.org / 587 / STARTTLS / anna@example.org", where no name was found.
        private Optional<String> alone(Snippet.Line line) {
            boolean row = !taking.has(SlipField.USER) && taking.has(SlipField.PORT) && line.text().indexOf('@') > 0
                    && line.text().contains(taking.draft().host()) && line.text().contains(taking.draft().port());
            List<String> addresses = !row ? List.of() : ProseWords.of(line.text()).stream().map(ProseWords.Word::text)
                    .filter(word -> EmailAddress.parse(word).isPresent()).toList();
            return addresses.size() == 1 && !words.namesSender(line.lower()) ? Optional.of(addresses.getFirst()) : Optional.empty();
        }

        private void port(String value, Snippet.Line line) {
            if (encryptedPort && !speaksOfSsl(line)) {
                return;
            }
            if (!taking.has(SlipField.PORT)) {
                // a number in the label is the usual one, not the one that was set
                ProseWords.of(value).stream().map(ProseWords.Word::text).filter(word -> ProseWords.number(word) > 0).findFirst()
                        .ifPresent(number -> taking.take(SlipField.PORT, number, line.number()));
            }
            prose.read(line, true);
        }
    }
}
