package org.mailmedic.history;

/// How keeping a report ended.
public sealed interface Kept {
    /// It is on the disk, whole, and stays there when the power fails now.
    record Saved(Summary summary) implements Kept {}

    /// It is not there. Every earlier report is as it was.
    record NotSaved(Trouble trouble) implements Kept {}
}
