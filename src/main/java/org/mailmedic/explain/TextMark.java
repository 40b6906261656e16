package org.mailmedic.explain;

/// A place in a text as it was given.
///
/// @param from in code points, from 0
/// @param to   in code points, exclusive
/// @param what `cause`, `reply`, `program`, `host`, `port`, `from`, `to` or `secret`
public record TextMark(int from, int to, String what) {}
