package org.mailmedic.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the person changed between two check-ups.
///
/// @param note in their own words; may be empty
public record Intervention(Kind kind, String note) {
    /// A closed list to choose from. Their names are `kind.<id>` in `text/experiment.properties`.
    public enum Kind {
        /// The port, the encryption, the server: whatever a mail program is told.
        SETTINGS,
        PASSWORD,
        ANTIVIRUS_OFF, ANTIVIRUS_ON, FIREWALL_OFF, FIREWALL_ON,
        VPN_OFF, VPN_ON,
        OTHER_NETWORK, ROUTER_RESTARTED, COMPUTER_RESTARTED,
        /// Somebody else acted: the provider, the host, a colleague.
        ASKED_THEM,
        /// Nothing: time passed.
        WAITED,
        OTHER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What undoes this, where a protective program was switched off.
        public Optional<Kind> protection() {
            return switch (this) {
                case ANTIVIRUS_OFF -> Optional.of(ANTIVIRUS_ON);
                case FIREWALL_OFF -> Optional.of(FIREWALL_ON);
                case VPN_OFF -> Optional.of(VPN_ON);
                case SETTINGS, PASSWORD, ANTIVIRUS_ON, FIREWALL_ON, VPN_ON, OTHER_NETWORK, ROUTER_RESTARTED, COMPUTER_RESTARTED, ASKED_THEM,
                     WAITED, OTHER -> Optional.empty();
            };
        }

        /// Whether this switches on again what `off` switched off.
        public boolean undoes(Kind off) {
            return off.protection().filter(this::equals).isPresent();
        }

        /// What a person may be offered to choose from. A program is switched off or on again, whichever it is not; a VPN may also be
        /// switched on by somebody who usually has none.
        ///
        /// @param off what is switched off at present
        public static List<Kind> offered(Set<Kind> off) {
            Set<Kind> senseless = EnumSet.noneOf(Kind.class);
            for (Kind kind : values()) {
                kind.protection().ifPresent(on -> senseless.add(off.contains(kind) ? kind : on));
            }
            senseless.remove(VPN_ON);
            List<Kind> left = new ArrayList<>(List.of(values()));
            left.removeAll(senseless);
            return left;
        }
    }

    /// Whether the person has to be reminded until it is undone: a protective program was switched off, or their own words say so.
    public boolean needsReminder(ProtectiveWords words) {
        return kind.protection().isPresent() || kind == Kind.OTHER && words.switchedOff(note);
    }
}
