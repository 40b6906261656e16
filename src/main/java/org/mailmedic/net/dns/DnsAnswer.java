package org.mailmedic.net.dns;

import java.util.List;
import java.util.stream.Stream;

/// What a question for records ended in. "There is no such record" is an answer; that nobody answers is none.
///
/// @param records   those of the name asked for, or of the name that its aliases lead to; nothing else that a server put into its answer
/// @param aliases   the CNAMEs on the way
/// @param authentic whether a validating resolver that can be believed vouches for it by DNSSEC: one on this very computer, or one whose
///                  certificate proves it (RFC 4035 §4.9.3)
/// @param raw       which servers said what, for experts
/// @param kept      seconds for which whoever answered may keep on saying so (RFC 1035 §3.2.1, RFC 2308 §5); below 0 where that is not told
/// @param by        the server that answered, where that is known; else blank
public record DnsAnswer(Status status, List<DnsData> records, List<String> aliases, boolean authentic, String raw, long kept, String by) {
    /// How it ended.
    public enum Status {
        FOUND,
        /// The name exists, without such a record (RFC 2308 §2.2).
        NO_DATA,
        /// The name does not exist (RFC 2308 §2.1).
        NO_NAME,
        /// Its aliases go round in circles, or on and on.
        ALIAS_LOOP,
        SERVER_FAILURE, REFUSED, TIMEOUT, UNREACHABLE,
        /// We did not get to ask: no time, no question or no socket was left. That is ours, and says nothing about anybody's DNS.
        NOT_ASKED
    }

    public DnsAnswer {
        records = List.copyOf(records);
        aliases = List.copyOf(aliases);
    }

    public DnsAnswer(Status status, List<DnsData> records, List<String> aliases, boolean authentic, String raw) {
        this(status, records, aliases, authentic, raw, -1, "");
    }

    /// The same, kept so long.
    public DnsAnswer keptFor(long seconds) {
        return new DnsAnswer(status, records, aliases, authentic, raw, seconds, by);
    }

    /// The same, of that server.
    public DnsAnswer saidBy(String server) {
        return new DnsAnswer(status, records, aliases, authentic, raw, kept, server);
    }

    public static DnsAnswer found(List<DnsData> records) {
        return new DnsAnswer(Status.FOUND, records, List.of(), false, "");
    }

    public static DnsAnswer without(Status status) {
        return new DnsAnswer(status, List.of(), List.of(), false, "");
    }

    /// Whether there is no answer at all, so that nothing can be said about the record.
    public boolean failed() {
        return switch (status) {
            case FOUND, NO_DATA, NO_NAME -> false;
            case ALIAS_LOOP, SERVER_FAILURE, REFUSED, TIMEOUT, UNREACHABLE, NOT_ASKED -> true;
        };
    }

    /// Whether it was answered that there is nothing.
    public boolean empty() {
        return status == Status.NO_DATA || status == Status.NO_NAME;
    }

    /// The records of one kind.
    public <T extends DnsData> Stream<T> all(Class<T> kind) {
        return records.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The TXT records' texts.
    public List<String> texts() {
        return all(DnsData.Text.class).map(DnsData.Text::value).toList();
    }
}
