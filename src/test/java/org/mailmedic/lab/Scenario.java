package org.mailmedic.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One situation, the question that is asked in it, and the one right answer.
///
/// @param group    the part of the contract it belongs to
/// @param name     what is the matter, in words
/// @param settings what is done to the small Internet, in order
/// @param options  of `diagnose`, after the usual ones; a later one replaces an earlier one
/// @param prefix   a program that the check-up is started through, such as one that takes away rights; `{folder}` is the bench's
/// @param atMost   the longest it may take, from its start to its end
public record Scenario(String group, String name, List<Setting> settings, List<String> options, List<String> prefix, Expected expected,
        Duration atMost) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /// Something that is done to the small Internet before the question is asked.
    @FunctionalInterface
    public interface Setting {
        void on(Bench bench) throws Exception;
    }

    public static Scenario of(String group, String name) {
        return new Scenario(group, name, List.of(), List.of(), List.of(), Expected.healthy(), USUAL);
    }

    public Scenario with(Setting... more) {
        List<Setting> all = new ArrayList<>(settings);
        all.addAll(Arrays.asList(more));
        return new Scenario(group, name, all, options, prefix, expected, atMost);
    }

    public Scenario asking(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(more));
        return new Scenario(group, name, settings, all, prefix, expected, atMost);
    }

    public Scenario through(String... program) {
        return new Scenario(group, name, settings, options, List.of(program), expected, atMost);
    }

    public Scenario expect(Expected answer) {
        return new Scenario(group, name, settings, options, prefix, answer, atMost);
    }

    public Scenario within(double seconds) {
        return new Scenario(group, name, settings, options, prefix, expected, Duration.ofMillis((long) (seconds * 1000)));
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
