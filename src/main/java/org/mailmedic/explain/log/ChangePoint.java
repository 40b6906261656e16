package org.mailmedic.explain.log;

import java.util.Optional;

/// Finds the hour from which on mail to a provider was mostly stopped that had mostly gone through before.
///
/// Of all hours it takes the one at which two shares, one before and one after, explain the counts best against one share for all
/// (the largest likelihood ratio of two binomials); a few refusals among much mail are no change.
final class ChangePoint {
    private static final int FEWEST = 10;
    private static final double BEFORE = 0.2;
    private static final double AFTER = 0.5;
    /// Twice the log-likelihood gained; far above what chance brings.
    private static final double CLEAR = 20;

    /// @param hour         since 1970 by the log's clock
    /// @param before,after share that was stopped
    /// @param open         whether nothing went through in the last hour with attempts
    record Found(long hour, double before, double after, boolean open) {}

    private ChangePoint() {}

    static Optional<Found> find(CountSeries sent, CountSeries stopped) {
        int allSent = total(sent);
        int allStopped = total(stopped);
        int sentSoFar = 0;
        int stoppedSoFar = 0;
        double best = 0;
        Found found = null;
        double one = likelihood(allStopped, allSent);
        for (int i = 0, j = 0; j < stopped.size(); j++) {
            while (i < sent.size() && sent.hour(i) < stopped.hour(j)) {
                sentSoFar += sent.count(i++);
            }
            int sentAfter = allSent - sentSoFar;
            int stoppedAfter = allStopped - stoppedSoFar;
            double gain = 2 * (likelihood(stoppedSoFar, sentSoFar) + likelihood(stoppedAfter, sentAfter) - one);
            double before = share(stoppedSoFar, sentSoFar);
            double after = share(stoppedAfter, sentAfter);
            if (gain > best && before <= BEFORE && after >= AFTER && sentSoFar + stoppedSoFar >= FEWEST && stoppedAfter >= FEWEST) {
                best = gain;
                found = new Found(stopped.hour(j), before, after, open(sent, stopped));
            }
            stoppedSoFar += stopped.count(j);
        }
        return best >= CLEAR ? Optional.ofNullable(found) : Optional.empty();
    }

    private static boolean open(CountSeries sent, CountSeries stopped) {
        return sent.size() == 0 || sent.hour(sent.size() - 1) < stopped.hour(stopped.size() - 1);
    }

    private static int total(CountSeries series) {
        int total = 0;
        for (int i = 0; i < series.size(); i++) {
            total += series.count(i);
        }
        return total;
    }

    private static double share(int stopped, int sent) {
        return stopped + sent == 0 ? 0 : (double) stopped / (stopped + sent);
    }

    private static double likelihood(int stopped, int sent) {
        double share = share(stopped, sent);
        return (stopped == 0 ? 0 : stopped * Math.log(share)) + (sent == 0 ? 0 : sent * Math.log(1 - share));
    }
}
