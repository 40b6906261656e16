package org.mailmedic.maildomain.check;

/// A list in DNS of addresses or domains with a bad name (RFC 5782).
///
/// @param zone   where it is asked
/// @param name   how people call it
/// @param kind   what it lists
/// @param delist the page that takes an entry off; empty when none is known
public record Blocklist(String zone, String name, Kind kind, String delist) {
    /// What it lists.
    public enum Kind { ADDRESS, DOMAIN }
}
