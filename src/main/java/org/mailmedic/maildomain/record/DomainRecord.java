package org.mailmedic.maildomain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Facts;

/// One card: what stands in DNS for one purpose, and how it does.
///
/// @param name      where it stands, or should stand
/// @param text      what stands there, as zone files write it; empty where nothing does. Hostile
/// @param note      why it is in this state: the key `note.<type>.<note>` of the text book `domain`
/// @param facts     the values for that text
/// @param remarks   more of such keys, for what is worth saying besides
/// @param proposal  what to enter instead; empty where nothing needs changing, or where only the provider can say it
/// @param authentic whether DNSSEC vouches for what stands there, as far as this resolver can be believed
public record DomainRecord(RecordType type, String name, Optional<String> text, RecordState state, String note, Facts facts,
                           List<String> remarks, Optional<Proposal> proposal, boolean authentic) {
    private static final int LONGEST = 8 * 1024;
    /// A record's text is made of strings no longer than this (RFC 1035 §3.3).
    private static final int LONGEST_STRING = 255;

    public DomainRecord {
        remarks = List.copyOf(remarks);
        text = text.map(all -> all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all);
    }

    public static DomainRecord of(RecordType type, String name, RecordState state, String note, Facts facts) {
        return new DomainRecord(type, name, Optional.empty(), state, note, facts, List.of(), Optional.empty(), false);
    }

    public DomainRecord showing(String found) {
        return new DomainRecord(type, name, Optional.of(found), state, note, facts, remarks, proposal, authentic);
    }

    public DomainRecord proposing(Optional<Proposal> what) {
        return new DomainRecord(type, name, text, state, note, facts, remarks, what, authentic);
    }

    public DomainRecord signed(boolean byDnssec) {
        return new DomainRecord(type, name, text, state, note, facts, remarks, proposal, byDnssec);
    }

    /// The same with one more remark; a record that was fine becomes one to look at.
    public DomainRecord remarking(String remark) {
        DomainRecord noted = noting(remark);
        return new DomainRecord(type, name, text, state == RecordState.FINE ? RecordState.WARNING : state, note, facts, noted.remarks,
                proposal, authentic);
    }

    /// The same with a remark about which nobody needs to do anything.
    public DomainRecord noting(String remark) {
        var more = new ArrayList<>(remarks);
        more.add(remark);
        return new DomainRecord(type, name, text, state, note, facts, more, proposal, authentic);
    }

    /// The keys of all that is said about it, each once: the note first, and last what is to be known before the proposal is entered.
    public List<String> told() {
        boolean longer = proposal.filter(what -> what.type().equals("TXT") && what.value().length() > LONGEST_STRING).isPresent();
        return Stream.concat(Stream.concat(Stream.of(note), remarks.stream()).distinct().map(each -> "note." + type.id() + "." + each),
                longer ? Stream.of("proposal.long") : Stream.empty()).toList();
    }

    /// By which a finding names it.
    public String id() {
        return type.id() + ":" + name;
    }
}
