package org.mailmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.real.Command;
import org.mailmedic.real.Namespace;

/// Runs several programs in turn, round after round, so that whatever else the machine does meets all of them alike.
final class Contest {
    private static final int WARM_UP = 2;

    /// The medians over all rounds.
    ///
    /// @param wall   milliseconds from process start to end, the starter's own share taken off
    /// @param memory largest resident set, MB
    /// @param cpu    user and system time together, milliseconds
    record Figures(double wall, double memory, double cpu) {}

    private record Entry(List<Object> words, String password) {}

    private final Namespace network;
    private final Path folder;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Contest(Namespace network, Path folder) {
        this.network = network;
        this.folder = folder;
    }

    /// @param password read from standard input, for programs that do; else empty
    Contest add(String name, String password, List<Object> words) {
        entries.put(name, new Entry(words, password));
        return this;
    }

    Map<String, Figures> run(int rounds) throws IOException {
        var all = new LinkedHashMap<String, List<Figures>>();
        var nothing = new Entry(List.of("true"), "");
        var starter = new ArrayList<Double>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            double overhead = once("true", nothing).wall();
            if (round >= WARM_UP) {
                starter.add(overhead);
            }
            for (var entry : entries.entrySet()) {
                var figures = once(entry.getKey(), entry.getValue());
                if (round >= WARM_UP) {
                    all.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(figures);
                }
            }
        }
        double share = Medians.of(starter);
        var medians = new LinkedHashMap<String, Figures>();
        all.forEach((name, list) -> medians.put(name, new Figures(
            Medians.of(list.stream().map(Figures::wall).toList()) - share,
            Medians.of(list.stream().map(Figures::memory).toList()),
            Medians.of(list.stream().map(Figures::cpu).toList()))));
        return medians;
    }

    private Figures once(String name, Entry entry) throws IOException {
        var times = folder.resolve("times");
        var words = new ArrayList<Object>(List.of("/usr/bin/time", "-q", "-o", times, "-f", "%M %U %S"));
        words.addAll(entry.words());
        Command.Result result = network.command(words.toArray()).reading(entry.password()).run();
        if (result.code() != 0) {
            throw new AssertionError(name + " ended with " + result.code() + "\n" + result.out() + result.err());
        }
        var fields = Files.readString(times).strip().split(" ");
        return new Figures(result.took().toNanos() / 1e6, Double.parseDouble(fields[0]) / 1024,
            (Double.parseDouble(fields[1]) + Double.parseDouble(fields[2])) * 1000);
    }
}
