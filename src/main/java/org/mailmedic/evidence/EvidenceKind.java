package org.mailmedic.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailmedic.plan.Stage;

/// Every kind of evidence that a report may hold: what the report calls it, which part of the journey it is about, and where was looked.
/// Whoever treats kinds differently asks here, or by a `switch` without a default, so that a new kind is decided on everywhere before it
/// compiles.
public enum EvidenceKind {
    DNS(Stage.DNS, Place.NAMES),
    TCP(Stage.CONNECT, Place.CONNECTION),
    GREETING(Stage.GREETING, Place.CONNECTION),
    HELLO(Stage.HELLO, Place.CONNECTION),
    STARTTLS(Stage.ENCRYPT, Place.CONNECTION),
    TLS(Stage.ENCRYPT, Place.CONNECTION),
    SIGN_IN(Stage.SIGN_IN, Place.CONNECTION),
    SENDER(Stage.SENDER, Place.CONNECTION),
    RECIPIENT(Stage.RECIPIENT, Place.CONNECTION),
    MESSAGE(Stage.MESSAGE, Place.CONNECTION),
    /// The part of the journey is wherever it was noticed.
    UNASKED(null, Place.CONNECTION),
    PATH(Stage.CONNECT, Place.COMPARISON),
    LONG_LINE(Stage.ENCRYPT, Place.COMPARISON),
    MAILBOX(Stage.SIGN_IN, Place.COMPARISON),
    PAGE(Stage.NETWORK, Place.COMPARISON),
    DNS_CANARY(Stage.DNS, Place.NAMES),
    CLOCK(Stage.NETWORK, Place.SURROUNDINGS),
    FIREWALL(Stage.CONNECT, Place.SURROUNDINGS),
    INTERFACES(Stage.NETWORK, Place.SURROUNDINGS),
    PROTECTION(Stage.NETWORK, Place.SURROUNDINGS),
    SENDER_DOMAIN(Stage.DELIVERY, Place.NAMES),
    PHP(Stage.SETTINGS, Place.CHECKUP),
    PAUSE(Stage.NETWORK, Place.CHECKUP),
    /// A text that somebody pasted, and the words in it that decided. The part of the journey is that of its likeliest cause.
    PASTED_TEXT(null, Place.TEXT),
    /// A whole mail log or queue listing, with its summary (contract: `explain`, `summary`).
    MAIL_LOG(Stage.DELIVERY, Place.TEXT),
    /// How a domain does as a whole, where its mail records were what was asked about.
    DOMAIN(Stage.DELIVERY, Place.RECORDS),
    /// One of those records.
    DOMAIN_RECORD(Stage.DELIVERY, Place.RECORDS),
    /// The part of the journey is that of the look which it ended.
    DEFECT(null, Place.CHECKUP);

    private static final Map<String, EvidenceKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EvidenceKind::id, Function.identity()));

    private final String id = name().toLowerCase(Locale.ROOT);
    private final @Nullable Stage stage;
    private final Place place;

    EvidenceKind(@Nullable Stage stage, Place place) {
        this.stage = stage;
        this.place = place;
    }

    /// Where was looked.
    public enum Place {
        /// In the dialogue with a mail server.
        CONNECTION,
        /// At a resolver: what the system's own says about the server's name lies on the way, all else beside it.
        NAMES,
        /// Beside the way, to compare, though it may go to the server itself.
        COMPARISON,
        /// At this device and around it: when that cannot be looked at, nothing is known, and nothing is wrong.
        SURROUNDINGS,
        /// At the check-up itself and what it runs on.
        CHECKUP,
        /// In what somebody pasted: nothing was measured.
        TEXT,
        /// At the mail records of a domain, where they are all that was asked about.
        RECORDS
    }

    /// The word that the report uses: `sign_in`.
    public String id() {
        return id;
    }

    public Place place() {
        return place;
    }

    /// Whether it is one look of a check-up, so that there is an [Evidence] for it. All else was judged before it was written down.
    public boolean look() {
        return switch (place) {
            case CONNECTION, NAMES, COMPARISON, SURROUNDINGS, CHECKUP -> true;
            case TEXT, RECORDS -> false;
        };
    }

    /// The part of the journey that all of this kind is about.
    ///
    /// @throws IllegalStateException where each piece of evidence says it itself
    Stage stage() {
        if (stage == null) {
            throw new IllegalStateException(id);
        }
        return stage;
    }

    /// The kind of that name; empty where this version knows none.
    public static Optional<EvidenceKind> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
