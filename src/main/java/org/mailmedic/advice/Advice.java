package org.mailmedic.advice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A finding in words, ready to be shown.
///
/// @param title   one headline
/// @param summary one paragraph: what happened, in plain words
/// @param steps   what to do, in order
/// @param letter  a ready message to whoever must act; empty when the person can act alone
/// @param why     background for the curious; may be empty
/// @param facts   what it was made of, as rules name and give it, inert: enough to say it once more in another language ([Adviser])
public record Advice(String title, String summary, List<Step> steps, String letter, String why, Map<String, String> facts) {
    public Advice {
        steps = List.copyOf(steps);
        var inert = new LinkedHashMap<String, String>();
        facts.forEach((name, value) -> inert.put(name, PlainText.of(value)));
        facts = Collections.unmodifiableMap(inert);
    }
}
