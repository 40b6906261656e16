package org.mailmedic.advice;

/// One numbered thing to do. `text` is plain text; `markdown` is the same with its emphasis.
public sealed interface Step {
    String text();

    String markdown();

    /// Change a setting; `value` is what to enter and can be copied.
    record Change(String text, String markdown, String value) implements Step {}

    /// Ask somebody; the advice's letter is the message.
    record Ask(String text, String markdown) implements Step {}

    /// Do something else.
    record Do(String text, String markdown) implements Step {}
}
