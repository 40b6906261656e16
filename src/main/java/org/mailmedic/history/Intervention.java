package org.mailmedic.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the person changed between two check-ups.
///
/// @param note in their own words; may be empty
public record Intervention(Kind kind, String note) {
    /// A closed list to choose from. Their names are `kind.<id>` in `text/experiment.properties`.
    public enum Kind {
        SETTINGS, PASSWORD,
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
        Optional<Kind> protection() {
            return switch (this) {
                case ANTIVIRUS_OFF -> Optional.of(ANTIVIRUS_ON);
                case FIREWALL_OFF -> Optional.of(FIREWALL_ON);
                case SETTINGS, PASSWORD, ANTIVIRUS_ON, FIREWALL_ON, VPN_OFF, VPN_ON, OTHER_NETWORK, ROUTER_RESTARTED, COMPUTER_RESTARTED,
                     ASKED_THEM, WAITED, OTHER -> Optional.empty();
            };
        }
    }

    /// Whether the person has to be reminded until it is undone: a protective program was switched off, or their own words name one.
    ///
    /// @param protective words for protective programs, in small letters (`protective` in `text/experiment.properties`)
    public boolean needsReminder(Set<String> protective) {
        String words = note.toLowerCase(Locale.ROOT);
        return kind.protection().isPresent() || (kind == Kind.OTHER && protective.stream().anyMatch(words::contains));
    }

    /// The protective programs that are still off.
    ///
    /// @param inOrder everything that was changed, the first first
    public static Set<Kind> stillOff(List<Intervention> inOrder) {
        return inOrder.stream().map(Intervention::kind).filter(kind -> kind.protection().isPresent()).distinct()
                .filter(off -> last(inOrder, off) > last(inOrder, off.protection().orElseThrow())).collect(Collectors.toUnmodifiableSet());
    }

    private static int last(List<Intervention> inOrder, Kind kind) {
        return inOrder.stream().map(Intervention::kind).toList().lastIndexOf(kind);
    }
}
