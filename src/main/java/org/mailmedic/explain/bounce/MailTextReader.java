package org.mailmedic.explain.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailmedic.explain.bounce.ReturnedMail.DeliveryStatus;
import org.mailmedic.explain.bounce.ReturnedMail.Kind;
import org.mailmedic.explain.text.CleanText;
import org.mailmedic.explain.text.PastedBytes;

/// Reads the source of a mail line by line, so that a mail whose structure is damaged says the same as one whose structure is whole.
///
/// MIME tells what the lines are where it can; otherwise what they look like does. A mail inside the mail is left aside, however deep.
public final class MailTextReader {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60}):[ \\t]?(.*)");
    private static final Pattern USUAL = Pattern.compile("(?i)(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Conte"
            + "nt-Type|Delivered-To|Auto-Submitted|X-Failed-Recipients):.*");
    private static final Pattern MBOX = Pattern.compile("^From (?:.*\\d{4}(?: .{0,12})?|\\(\\) .*)");
    private static final Pattern FIELD = Pattern.compile("(?i)(Final-Recipient|Original-Recipient|Action|Status|Diagnostic-Code|Remote-M"
            + "TA|Reporting-MTA|Last-Attempt-Date|Will-Retry-Until|Arrival-Date|X-Actual-Recipient):[ \\t]*(.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)\\b(charset|boundary|report-type)\\s*=\\s*(?:\"([^\"]{1,200})\"|([^;"
            + "\\s]{1,200}))");
    /// Where the mail that could not be delivered begins.
    private static final Pattern ORIGINAL = Pattern.compile("(?i)^\\W*(?:"
            + "(?:this is |here is )?(?:a |the )?copy of (?:the|your)(?: original)? "
            + "(?:message|e-?mail|mail)"
            + "|(?:your |the )?(?:original|unsent|returned|undelivered|failed) (?:message|mail|e-?mail|message header\\w*)(?: (?:header"
            + "\\w* )?follows?| headers?| text| body|:|\\W*$)"
            + "|(?:message|mail) headers? follow|below this line|the headers? of the original message|original message headers?|header o"
            + "f (?:the|your) (?:original )?message|(?:message|mail) (?:header|text|content|body)\\w* follows?"
            + "|(?:start|beginning|content|contents|body) of (?:the |your )?(?:original |returned )?message|ursprüngliche (?:nachricht|k"
            + "opfzeilen|nachrichtenkopfzeilen)|kopfzeilen der|en-t[êe]tes de message d|encabezados de(?:l)? mensaje original|mensaje or"
            + "iginal|messaggio originale"
            + "|message d'origine|cabe[çc]alhos (?:da|de) mensagem|original-recipient headers|----- ?original|included is (?:a|the) copy"
            + "|forwarded message|included below|a copy of (?:your|the) (?:original )?message (?:is|follows)|оригинал).{0,80}");
    private static final Pattern ORIGINAL_HEADER = Pattern.compile("(?:Received: (?:from|by|\\()|Return-[Pp]ath: ?<|DKIM-Signature: |Mes"
            + "sage-I[Dd]: ?<).*");
    private static final int MOST_LINES = 60_000;
    private static final int MOST_HEADERS = 400;
    private static final int LONGEST_WORDS = 48 * 1024;
    private static final int MOST_STATUSES = 60;

    private final List<String> lines;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Map<String, String>> groups = new ArrayList<>();
    private final StringBuilder brought = new StringBuilder();
    private Map<String, String> group = new HashMap<>();
    private final Set<String> boundaries = new HashSet<>();
    private boolean feedback;
    private boolean receipt;

    private MailTextReader(List<String> lines) {
        this.lines = lines;
    }

    /// Whether a text begins like the source of a mail.
    public static boolean mail(String text) {
        int headers = 0;
        int usual = 0;
        int seen = 0;
        for (String line : text.lines().limit(60).toList()) {
            if (seen == 0 && (line.isBlank() || MBOX.matcher(line).matches())) {
                continue;
            }
            seen++;
            if (line.isBlank()) {
                break;
            }
            if (HEADER.matcher(line).matches()) {
                headers++;
                usual += USUAL.matcher(line).matches() ? 1 : 0;
            } else if (!Character.isWhitespace(line.charAt(0))) {
                return false;
            }
        }
        return headers >= 2 && usual >= 2 && seen > headers - 1;
    }

    /// The mails of an mbox file, at most `most`; a single mail where it is none.
    public static List<String> messages(String text, int most) {
        var starts = new ArrayList<Integer>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            boolean first = start == 0 || start > 1 && text.charAt(start - 2) == '\n';
            if (first && text.startsWith("From ", start) && MBOX.matcher(text.substring(start, Math.min(end, start + 200))).matches()) {
                starts.add(start);
            }
            start = end + 1;
        }
        if (starts.size() < 2) {
            return List.of(text);
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < Math.min(starts.size(), most); i++) {
            all.add(text.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()));
        }
        return all;
    }

    /// @param text line ends are line feeds
    public static ReturnedMail read(String text) {
        return new MailTextReader(text.lines().limit(MOST_LINES).toList()).read();
    }

    private ReturnedMail read() {
        int at = 0;
        while (at < lines.size() && (lines.get(at).isBlank() || MBOX.matcher(lines.get(at)).matches())) {
            at++;
        }
        var headers = new HashMap<String, String>();
        at = headers(at, headers);
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        feedback = type.contains("feedback-report");
        receipt = type.contains("disposition-notification");
        parameter(headers.get("content-type"), "boundary").ifPresent(each -> boundaries.add("--" + each));
        body(at, new Part(type, headers.getOrDefault("content-transfer-encoding", ""), parameter(headers.get("content-type"), "charset")));
        closeGroup();
        String subject = decoded(headers.getOrDefault("subject", ""));
        String words = plain.toString().isBlank() ? CleanText.of("<br><br>" + html).text() : plain.toString();
        var statuses = groups.stream().map(MailTextReader::status).filter(each -> !each.action().isEmpty() || !each.status().isEmpty()
                || !each.diagnostic().isEmpty()).toList();
        Kind kind = feedback ? Kind.FEEDBACK : receipt ? Kind.AUTOMATIC
                : KindOfMail.of(headers, decoded(headers.getOrDefault("from", "")), subject, statuses);
        return new ReturnedMail(kind, subject, words, statuses, brought.toString());
    }

    /// Reads a block of headers; returns the line after the blank one that ends it.
    private int headers(int from, Map<String, String> into) {
        int at = from;
        String last = "";
        while (at < lines.size() && at < from + MOST_HEADERS) {
            String line = lines.get(at);
            if (line.isBlank()) {
                return at + 1;
            }
            Matcher header = HEADER.matcher(line);
            if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                into.merge(last, line.strip(), (before, more) -> before.length() > 4000 ? before : before + " " + more);
            } else if (header.matches()) {
                last = header.group(1).toLowerCase(Locale.ROOT);
                into.putIfAbsent(last, header.group(2));
            } else {
                return at;
            }
            at++;
        }
        return at;
    }

    private record Part(String type, String encoding, Optional<String> charset) {
        boolean other() {
            return type.startsWith("message/rfc822") || type.startsWith("text/rfc822-headers") || type.startsWith("message/partial")
                    || type.startsWith("message/global")
                    && !type.contains("delivery-status");
        }

        boolean binary() {
            return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/") || type.startsWith("application/");
        }
    }

    private void body(int from, Part whole) {
        Part part = whole;
        var content = new ArrayList<String>();
        String skipTo = "";
        boolean over = false;
        for (int at = from; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean skipping = !skipTo.isEmpty();
            if (skipping && !line.startsWith(skipTo)) {
                keep(line);
                continue;
            }
            if (boundary(at)) {
                flush(part, content);
                over = false;
                skipTo = "";
                if (line.stripTrailing().endsWith("--") && !partHeaderAt(at + 1)) {
                    part = new Part("text/plain", "", Optional.empty());
                    over = !plain.isEmpty();
                    continue;
                }
                var headers = new HashMap<String, String>();
                at = partHeaderAt(at + 1) ? headers(at + 1, headers) - 1 : at;
                String type = headers.getOrDefault("content-type", "text/plain").toLowerCase(Locale.ROOT);
                parameter(headers.get("content-type"), "boundary").ifPresent(each -> boundaries.add("--" + each));
                feedback |= type.startsWith("message/feedback-report");
                receipt |= type.startsWith("message/disposition-notification");
                part = new Part(type, headers.getOrDefault("content-transfer-encoding", ""), parameter(headers.get("content-type"),
                        "charset"));
                skipTo = part.other() ? line.stripTrailing() : "";
                continue;
            }
            if (over || part.binary()) {
                continue;
            }
            Matcher field = FIELD.matcher(line);
            if (field.matches() && !part.type().startsWith("text/html")) {
                at = field(at, field);
            } else if (part.type().startsWith("message/delivery-status") || part.type().startsWith("message/feedback-report")) {
                feedback |= line.regionMatches(true, 0, "Feedback-Type:", 0, 14);
                if (line.isBlank()) {
                    closeGroup();
                }
            } else if (ends(line) && !part.type().startsWith("text/html")) {
                over = true;
                keep(line);
            } else {
                feedback |= line.startsWith("Feedback-Type:");
                content.add(line);
            }
        }
        flush(part, content);
    }

    private void keep(String line) {
        if (brought.length() < LONGEST_WORDS) {
            brought.append(line).append('\n');
        }
    }

    private boolean ends(String line) {
        String bare = line.strip();
        return ORIGINAL_HEADER.matcher(line).matches() || bare.length() < 160 && ORIGINAL.matcher(bare).matches();
    }

    /// Two dashes and a word, and what follows begins like a part, or is the end.
    private boolean boundary(int at) {
        String line = lines.get(at);
        if (line.length() < 3 || !line.startsWith("--") || line.charAt(2) == ' ' || line.length() > 200 || line.strip().contains(" ")) {
            return false;
        }
        return partHeaderAt(at + 1) || boundaries.contains(line.strip().replaceAll("--$", ""))
                || line.stripTrailing().endsWith("--") && !line.strip().chars().allMatch(c -> c == '-');
    }

    private boolean partHeaderAt(int at) {
        return at < lines.size() && lines.get(at).regionMatches(true, 0, "Content-", 0, 8);
    }

    private int field(int at, Matcher field) {
        String name = field.group(1).toLowerCase(Locale.ROOT);
        var value = new StringBuilder(field.group(2).strip());
        int next = at + 1;
        while (next < lines.size() && !lines.get(next).isBlank() && Character.isWhitespace(lines.get(next).charAt(0))
                && value.length() < 4000) {
            value.append(' ').append(lines.get(next).strip());
            next++;
        }
        if (name.equals("final-recipient") && group.containsKey("final-recipient") || name.equals("action")
                && group.containsKey("action")) {
            closeGroup();
        }
        group.putIfAbsent(name, value.toString());
        return next - 1;
    }

    private void closeGroup() {
        boolean worth = group.containsKey("action") || group.containsKey("status") || group.containsKey("diagnostic-code")
                || group.containsKey("final-recipient");
        if (worth && groups.size() < MOST_STATUSES) {
            groups.add(group);
        }
        group = new HashMap<>();
    }

    private static DeliveryStatus status(Map<String, String> group) {
        String diagnostic = decoded(group.getOrDefault("diagnostic-code", ""));
        return new DeliveryStatus(group.getOrDefault("action", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", ""),
                group.getOrDefault("status", ""), diagnostic,
                group.getOrDefault("remote-mta", ""), group.getOrDefault("final-recipient", group.getOrDefault("original-recipient", "")));
    }

    private void flush(Part part, List<String> content) {
        StringBuilder into = part.type().startsWith("text/html") ? html : plain;
        if (!content.isEmpty() && !part.binary() && into.length() < LONGEST_WORDS) {
            String text = decoded(String.join("\n", content), part);
            into.append(text, 0, Math.min(text.length(), LONGEST_WORDS)).append('\n');
        }
        content.clear();
    }

    /// Undoes quoted-printable and base64 (RFC 2045 §6), also where nothing announces them.
    private static String decoded(String text, Part part) {
        String encoding = part.encoding().strip().toLowerCase(Locale.ROOT);
        String name = encoding.isEmpty() && CleanText.quotedPrintable(text) ? "quoted-printable" : encoding;
        if (!name.equals("base64") && !name.equals("quoted-printable")) {
            return text;
        }
        try (var in = MimeUtility.decode(new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)), name)) {
            byte[] bytes = in.readNBytes(LONGEST_WORDS * 4);
            String said = part.charset().map(MimeUtility::javaCharset).flatMap(PastedBytes::charset).map(c -> new String(bytes, c))
                    .orElseGet(() -> PastedBytes.readings(bytes).getFirst());
            return CleanText.withPlainLines(said);
        } catch (MessagingException | IOException broken) {
            return text;
        }
    }

    /// Words that are encoded in a header (RFC 2047).
    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknown) {
            return header;
        }
    }

    private static Optional<String> parameter(@Nullable String header, String name) {
        Matcher parameter = PARAMETER.matcher(header == null ? "" : header);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase(name)) {
                return Optional.of(parameter.group(2) != null ? parameter.group(2) : parameter.group(3));
            }
        }
        return Optional.empty();
    }
}
