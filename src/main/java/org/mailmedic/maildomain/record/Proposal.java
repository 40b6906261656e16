package org.mailmedic.maildomain.record;

/// What to put into DNS.
///
/// @param name  in full, without the closing dot
/// @param type  such as `TXT`
public record Proposal(String name, String type, String value) {
    public static Proposal txt(String name, String value) {
        return new Proposal(name, "TXT", value);
    }
}
