package org.mailmedic.website;

import java.util.Locale;

/// What came is no result of a probe.
public final class UnfitTestimony extends Exception {
    private static final long serialVersionUID = 1;

    /// Why it is none.
    public enum Reason {
        EMPTY, TOO_BIG, TOO_DEEP,
        /// A web page without a result in it, such as a page that says 404 or asks for a sign-in.
        PAGE,
        /// The file's own words: PHP is not run there, and its text came instead.
        SOURCE,
        NOT_JSON,
        /// JSON that is no result of ours.
        FOREIGN,
        /// Of a version that this program does not know yet.
        NEWER,
        /// A report without its certificates, which cannot be judged again.
        MASKED,
        /// A result in which a part is not what it should be.
        DAMAGED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    UnfitTestimony(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
