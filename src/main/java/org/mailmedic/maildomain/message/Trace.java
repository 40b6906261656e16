package org.mailmedic.maildomain.message;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the way of a message out of its `Received` fields, in the order in which it went.
public final class Trace {
    private static final int MOST_HOPS = 50;
    private static final int LONGEST = 4096;
    private static final Pattern FROM = Pattern.compile("\\bfrom\\s+(\\S{1,255})");
    private static final Pattern BY = Pattern.compile("\\bby\\s+(\\S{1,255})");
    private static final Pattern ADDRESS = Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f:.]{3,45})]");
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().parseCaseInsensitive().parseLenient()
            .appendPattern("[EEE, ]d MMM yyyy H:mm[:ss] ").appendPattern("[xx][z]").toFormatter(Locale.ENGLISH);

    private Trace() {}

    public static List<Hop> of(MessageFile message) {
        List<String> fields = message.all("Received").stream().limit(MOST_HOPS).toList().reversed();
        List<Hop> hops = new ArrayList<>();
        Optional<Instant> before = Optional.empty();
        for (String field : fields) {
            String text = field.substring(0, Math.min(field.length(), LONGEST));
            int semicolon = text.lastIndexOf(';');
            String head = semicolon < 0 ? text : text.substring(0, semicolon);
            Optional<Instant> at = semicolon < 0 ? Optional.empty() : date(text.substring(semicolon + 1));
            Optional<Instant> last = before;
            OptionalLong delay = at.isPresent() && last.isPresent() ? OptionalLong.of(at.get().getEpochSecond() - last.get()
                    .getEpochSecond())
                    : OptionalLong.empty();
            int by = head.indexOf(" by ");
            hops.add(new Hop(first(FROM, head), address(by < 0 ? head : head.substring(0, by)), first(BY, head), at, delay));
            before = at.or(() -> last);
        }
        return hops;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Optional<InetAddress> address(String text) {
        Optional<InetAddress> last = Optional.empty();
        for (Matcher found = ADDRESS.matcher(text); found.find(); ) {
            try {
                last = Optional.of(InetAddress.ofLiteral(found.group(1)));
            } catch (IllegalArgumentException noAddress) {
                // something else in brackets
            }
        }
        return last;
    }

    static Optional<Instant> date(String text) {
        String bare = text.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip().replaceFirst(" (?:GMT|UT|UTC)$", " +0000");
        try {
            return Optional.of(OffsetDateTime.parse(bare, DATE).toInstant());
        } catch (DateTimeException senseless) {
            return Optional.empty();
        }
    }
}
