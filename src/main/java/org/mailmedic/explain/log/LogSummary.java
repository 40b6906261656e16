package org.mailmedic.explain.log;

import java.util.List;
import java.util.Optional;
import org.mailmedic.diagnosis.Code;

/// What a mail log or a queue listing says, all in all. Times are the log's own clock.
///
/// @param program    `postfix`, `exim`, `sendmail`, `opensmtpd`, `exchange`; `unknown` when no line was understood
/// @param lines      that were read
/// @param understood of them: lines of a mail server whose shape is known
/// @param messages   taken in by SMTP or from local programs, without the server's own notices
/// @param rejected   refused at the door: somebody else's mail, never a cause
/// @param causes     most unreached first
/// @param changes    when a cause began to stop mail to a provider that took it before, the largest first
/// @param bursts     where a provider slowed the sender down after much mail within a minute
/// @param signIns    user names that could not sign in here, most attempts first
/// @param stopped    why the end was not read, empty when it was: `growth`, `damaged`
public record LogSummary(String program, long lines, long understood, Optional<LogTime> from, Optional<LogTime> to, long messages,
        Attempts attempts, Recipients recipients, long rejected, List<CauseLine> causes, List<Provider> providers, List<Hour> hours,
        Queue queue, List<Phase> delays, List<Change> changes, List<Burst> bursts, List<SignIns> signIns, Optional<String> stopped) {
    public LogSummary {
        causes = List.copyOf(causes);
        providers = List.copyOf(providers);
        hours = List.copyOf(hours);
        delays = List.copyOf(delays);
        changes = List.copyOf(changes);
        bursts = List.copyOf(bursts);
        signIns = List.copyOf(signIns);
    }

    /// Delivery lines by their outcome, own mailboxes and notices included.
    public record Attempts(long sent, long deferred, long bounced) {
        public long all() {
            return sent + deferred + bounced;
        }
    }

    /// Each message and recipient once, by the last word about it; failed is bounced or expired.
    public record Recipients(long sent, long waiting, long failed) {}

    /// @param deferred,bounced lines
    /// @param unreached        recipients bounced, expired or waiting for this cause at the end
    /// @param example          the words of one such line, at most 400 characters
    public record CauseLine(Code code, String provider, long deferred, long bounced, long unreached, Optional<LogTime> first,
            Optional<LogTime> last, String example) {}

    /// A provider on the receiving side; `other` holds the rest.
    public record Provider(String name, List<String> domains, Attempts attempts, Optional<Double> delayMedianSeconds) {
        public Provider {
            domains = List.copyOf(domains);
        }
    }

    /// @param at the hour's begin
    public record Hour(LogTime at, Attempts attempts) {}

    /// Messages that were seen and have not left, notices included.
    public record Queue(long messages, Optional<LogTime> oldest, Optional<Long> oldestAgeSeconds) {}

    /// Where the time went, of what was sent. Seconds.
    public record Phase(DelayPhase phase, long count, double median, double p90, double p99) {}

    /// From `at` on a cause stopped most of the mail to a provider that had taken most of it.
    ///
    /// @param before,after share of attempts that this cause stopped, 0 to 1
    /// @param open         whether it still did at the end of the log
    public record Change(Code code, String provider, LogTime at, double before, double after, boolean open) {}

    /// @param attempts at the provider within the fullest minute before it slowed the sender down
    /// @param slowed   how often it did
    public record Burst(String provider, LogTime at, long attempts, long slowed) {}

    /// @param addresses from how many addresses it was tried
    public record SignIns(String user, long attempts, long addresses) {}

    /// Attempts, unreached recipients and all: whether the log speaks of mail that did not arrive.
    public boolean healthy() {
        return causes.stream().allMatch(cause -> cause.unreached() == 0);
    }
}
