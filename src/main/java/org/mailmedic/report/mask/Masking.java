package org.mailmedic.report.mask;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.ReportDocument;
import org.mailmedic.report.json.ReportMapping;

/// What is made unreadable before a report is passed on. Passwords are in no report in the first place.
///
/// A mask leaves enough to recognise a thing (`a•••@mail.example`, `192.168.•.•`), and is the same for the same thing throughout a report.
///
/// @param kinds what to mask
public record Masking(Set<Kind> kinds) {
    /// In the order in which a report names them.
    public enum Kind {
        /// The name with which the person signs in to the mail server.
        USER,
        /// The part before the @ of every e-mail address.
        ADDRESSES,
        /// This computer's own IP addresses, in its network and as the server sees it, with the line's name that contains them.
        OWN_ADDRESSES,
        /// The computer's name.
        COMPUTER,
        /// Names of folders below the person's own, and the account's name.
        FOLDERS;

        /// The name in the report.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Masking {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /// Everything: what a report that goes to somebody else should have.
    public static Masking usual() {
        return new Masking(EnumSet.allOf(Kind.class));
    }

    /// Nothing: the report as it was measured.
    public static Masking none() {
        return new Masking(Set.of());
    }

    public boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    /// With `kind` switched on or off.
    public Masking with(Kind kind, boolean on) {
        var changed = EnumSet.noneOf(Kind.class);
        changed.addAll(kinds);
        if (on) {
            changed.add(kind);
        } else {
            changed.remove(kind);
        }
        return new Masking(changed);
    }

    /// The report as it is to be saved, rendered or shown as a preview: all of these show exactly this one.
    public Report apply(Report report, OwnNames self) {
        return kinds.isEmpty() ? report : ReportMapping.report(new Masker(this, self).mask(ReportDocument.of(report)));
    }

    static List<Kind> inOrder(Set<Kind> kinds) {
        return kinds.stream().sorted().toList();
    }
}
