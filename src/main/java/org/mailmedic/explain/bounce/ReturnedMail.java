package org.mailmedic.explain.bounce;

import java.util.List;

/// A mail as far as it tells what became of another mail.
///
/// @param kind       what sort of mail it is
/// @param subject    decoded
/// @param words      what it says to people, without the mail that it brings back
/// @param statuses   what it says to programs (RFC 3464), one for each recipient
/// @param brought    the source of a mail that it brings along; empty when it has none
public record ReturnedMail(Kind kind, String subject, String words, List<DeliveryStatus> statuses, String brought) {
    public enum Kind {
        /// Tells that something was not delivered, or not yet.
        BOUNCE,
        /// Tells that all was delivered.
        DELIVERED,
        /// A complaint or an authentication report (RFC 5965, RFC 6591).
        FEEDBACK,
        /// Out of office, a receipt, and the like (RFC 3834, RFC 8098).
        AUTOMATIC,
        /// Any other mail.
        LETTER
    }

    public ReturnedMail {
        statuses = List.copyOf(statuses);
    }

    /// The fields about one recipient; what is missing is empty.
    public record DeliveryStatus(String action, String status, String diagnostic, String remote, String recipient) {
        /// Whether it tells of a fault.
        public boolean unhappy() {
            return !List.of("delivered", "relayed", "expanded").contains(action);
        }
    }
}
