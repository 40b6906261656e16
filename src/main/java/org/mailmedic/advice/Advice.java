package org.mailmedic.advice;

import java.util.List;

/// A finding in words, ready to be shown.
///
/// @param title   one headline
/// @param summary one paragraph: what happened, in plain words
/// @param steps   what to do, in order
/// @param letter  a ready message to whoever must act; empty when the person can act alone
/// @param why     background for the curious; may be empty
public record Advice(String title, String summary, List<Step> steps, String letter, String why) {
    public Advice {
        steps = List.copyOf(steps);
    }
}
