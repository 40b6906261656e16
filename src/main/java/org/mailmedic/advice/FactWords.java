package org.mailmedic.advice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mailmedic.diagnosis.Certainty;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.evidence.Failure;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

/// What people read for each of the program's own words: parties, stages, certainty, dates. Immutable.
///
/// Dates are put together here, because the Java platform's own localised names cost the terminal a tenth of a second.
public final class FactWords {
    private final TextBook book;
    /// Whether the website's own server looked.
    private final boolean there;

    public FactWords(Locale language) {
        this(TextBook.open("words", language), false);
    }

    private FactWords(TextBook book, boolean there) {
        this.book = book;
        this.there = there;
    }

    /// The same in other words.
    FactWords mapped(UnaryOperator<String> change) {
        return new FactWords(book.mapped(change), there);
    }

    /// For a journey that began at the website's own server: its network is not the reader's.
    public FactWords there() {
        return new FactWords(book, true);
    }

    private String place(String stageId) {
        return there && stageId.equals(Stage.NETWORK.id()) ? "website." + stageId : stageId;
    }

    /// A badge: *Your Internet provider or router can fix this*.
    public String canFix(String partyId) {
        return known("party." + partyId + ".can_fix", partyId);
    }

    /// The same for one diagnosis, where the party's own step comes second: a hotel's page is the person's to accept.
    ///
    /// @param code of the diagnosis, see the contract
    public String canFix(String partyId, String code) {
        return book.find("party." + partyId + ".can_fix." + code).orElseGet(() -> canFix(partyId));
    }

    public String canFix(Party party) {
        return canFix(party.id());
    }

    /// A noun: *your Internet provider or router*.
    public String party(String partyId) {
        return known("party." + partyId, partyId);
    }

    public String party(Party party) {
        return party(party.id());
    }

    /// @param confidence 0 to 1
    public String certainty(double confidence) {
        return book.get("certainty." + Certainty.of(confidence).id());
    }

    /// A station's full name: *The server's door (port 587)*.
    public String stage(String stageId, int port) {
        String key = "stage." + place(stageId);
        return book.find(key).isEmpty() ? PlainText.of(stageId) : book.get(key, Map.of("port", port));
    }

    public String stage(Stage stage, int port) {
        return stage(stage.id(), port);
    }

    /// A station's name where space is short: *Server's door*.
    public String station(String stageId) {
        return known("station." + place(stageId), stageId);
    }

    public String station(Stage stage) {
        return station(stage.id());
    }

    /// A station and how it went, as one line.
    public String station(Stage stage, String statusId) {
        return book.get("status.line", Map.of("station", station(stage), "status", status(statusId)));
    }

    /// Where something happened, as the middle of a sentence: *while the encryption was being set up*.
    public String where(String stageId) {
        return book.get("where." + stageId);
    }

    /// @param statusId `ok`, `warning`, `failed`, `skipped` or `not_reached`
    public String status(String statusId) {
        return known("status." + statusId, statusId);
    }

    /// The way programs label it: *STARTTLS*, *TLS from the start (SSL/TLS)*.
    public String security(Security security) {
        return book.get("security." + security.id());
    }

    public String failure(Failure failure) {
        return failure(failure.id());
    }

    /// @param failureId of a [Failure], or of one that this version does not know
    public String failure(String failureId) {
        return known("failure." + failureId, failureId);
    }

    /// Why a page of the web could not be had: *the web server said 404*.
    ///
    /// @param id of a [Failure], or one of the fetching itself; `status.404` for what a web server said
    public String unfetched(String id) {
        if (id.startsWith("status.")) {
            return book.get("fetch.status", Map.of("status", id.substring("status.".length())));
        }
        return book.find("fetch." + id).orElseGet(() -> failure(id));
    }

    /// What was found about a record, as the sentences about it say it.
    public Map<String, String> told(Map<String, String> facts) {
        var told = new HashMap<>(facts);
        told.computeIfPresent("why", (_, id) -> unfetched(id));
        told.computeIfPresent("domain", (_, name) -> ReadableName.of(name));
        return told;
    }

    /// Why a certificate does not prove the server: *it has run out*.
    ///
    /// @param problemId of a [org.mailmedic.evidence.CertificateProblem]
    public String certificateProblem(String problemId) {
        return known("certificate." + problemId, problemId);
    }

    /// The words for an id; what another version of the program has written may have none, and is shown as it is.
    private String known(String key, String id) {
        return book.find(key).orElseGet(() -> PlainText.of(id));
    }

    public String slip(HostName.Kind kind) {
        return book.get("slip." + kind.name().toLowerCase(Locale.ROOT));
    }

    /// The words for a fact that rules give as an id, such as `failure` or `missing`; other values are as they come.
    String fact(String name, String value) {
        return book.find(name + "." + value.toLowerCase(Locale.ROOT)).orElse(value);
    }

    /// A page's words about one of several addresses of the host.
    String oneAddress(String key, Map<String, String> facts) {
        return book.get("one_address." + key, facts);
    }

    /// What a finding without a page of its own says.
    String unwritten(String key, Map<String, String> facts) {
        return book.get("unwritten." + key, facts);
    }

    public String date(LocalDate date) {
        String month = book.get("month." + date.getMonthValue());
        return book.get("date", Map.of("day", date.getDayOfMonth(), "month", month, "year", date.getYear()));
    }

    /// Date and time to the minute by a clock of which the zone is not told.
    public String moment(LocalDateTime at) {
        return book.get("moment", Map.of("date", date(at.toLocalDate()), "hour", twoDigits(at.getHour()), "minute",
                twoDigits(at.getMinute())));
    }

    public String month(LocalDate date) {
        return book.get("month_and_year", Map.of("month", book.get("month." + date.getMonthValue()), "year", date.getYear()));
    }

    /// Date, time to the minute, and zone, as a support desk needs them.
    public String time(Instant instant, ZoneId zone) {
        ZonedDateTime at = instant.atZone(zone);
        String offset = at.getOffset().getTotalSeconds() == 0 ? "" : at.getOffset().getId();
        return book.get("time", Map.of("date", date(at.toLocalDate()), "hour", twoDigits(at.getHour()), "minute", twoDigits(at.getMinute()),
                "zone", "UTC" + offset));
    }

    /// `18 ms`, `0.2 s`, `14.8 s`.
    public String duration(double milliseconds) {
        if (milliseconds < 100) {
            return book.get("duration.ms", Map.of("number", Math.max(0, Math.round(milliseconds))));
        }
        long tenths = Math.round(milliseconds / 100);
        return book.get("duration.s", Map.of("number", decimal(tenths / 10 + "." + tenths % 10)));
    }

    /// A number with the decimal sign of the language.
    ///
    /// @param number as programs write it: `14.8`
    public String decimal(String number) {
        return number.replace(".", book.get("decimal_point"));
    }

    /// How far a clock is off, in the largest unit of which it is at least two: *3 hours*. Its sign is left out.
    public String offset(long seconds) {
        var off = Duration.ofSeconds(Math.abs(seconds));
        boolean days = off.toDays() > 1;
        boolean hours = off.toHours() > 1;
        return days ? book.get("offset.days", Map.of("number", off.toDays()))
                : hours ? book.get("offset.hours", Map.of("number", off.toHours()))
                : book.get("offset.minutes", Map.of("number", off.toMinutes()));
    }

    /// *a*, *a and b*, *a, b and c*.
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        String first = String.join(book.get("list.separator") + " ", items.subList(0, items.size() - 1));
        return book.get("list", Map.of("first", first, "last", items.getLast()));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
