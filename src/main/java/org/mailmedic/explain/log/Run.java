package org.mailmedic.explain.log;

/// A cause at one provider in a row: since when it has stopped every mail there, and its longest row so far.
final class Run {
    final CountSeries series = new CountSeries();
    private int sentBefore = -1;
    private long begin;
    private int length;
    private long longestBegin;
    private int longest;

    /// @param sent how much mail the provider had taken until then
    void add(long stamp, int sent) {
        series.add(stamp);
        if (sent != sentBefore) {
            sentBefore = sent;
            begin = stamp;
            length = 0;
        }
        length++;
        if (length > longest) {
            longest = length;
            longestBegin = begin;
        }
    }

    long longestBegin() {
        return longestBegin;
    }

    int longest() {
        return longest;
    }
}
