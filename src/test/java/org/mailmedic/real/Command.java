package org.mailmedic.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program to run, with everything it is given. Its output goes to files, so that neither a full pipe nor a grandchild that keeps
/// one open can hold up a test.
///
/// @param words what to run; never through a shell
/// @param env   variables added to our own
/// @param input what it reads from standard input
/// @param limit how long it may take before it is killed and the test fails
public record Command(List<String> words, Map<String, String> env, String input, Duration limit) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /// How a program ended.
    public record Result(int code, String out, String err, Duration took) {}

    public static Command of(Object... words) {
        return new Command(Arrays.stream(words).map(Object::toString).toList(), Map.of(), "", USUAL);
    }

    public Command with(String name, String value) {
        var more = new HashMap<>(env);
        more.put(name, value);
        return new Command(words, Map.copyOf(more), input, limit);
    }

    public Command reading(String text) {
        return new Command(words, env, text, limit);
    }

    public Command within(Duration longest) {
        return new Command(words, env, input, longest);
    }

    /// Runs it to its end, whatever the end is.
    public Result run() {
        Path out = null;
        Path err = null;
        try {
            out = Files.createTempFile("mm-", ".out");
            err = Files.createTempFile("mm-", ".err");
            long started = System.nanoTime();
            var process = builder().redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading: its exit code tells more than a broken pipe.
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
                throw new AssertionError("not done within " + limit + ": " + words + "\n" + Files.readString(out) + Files.readString(err));
            }
            var took = Duration.ofNanos(System.nanoTime() - started);
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err), took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + words, e);
        } finally {
            deleteQuietly(out);
            deleteQuietly(err);
        }
    }

    /// Runs it and insists on success.
    public String succeed() {
        var result = run();
        if (result.code() != 0) {
            throw new AssertionError(words + " ended with " + result.code() + "\n" + result.out() + result.err());
        }
        return result.out();
    }

    /// Starts it in the background, its output appended to a file. Whoever starts it ends it.
    public Process start(Path log) throws IOException {
        return builder().redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(env);
        return builder;
    }

    private static void deleteQuietly(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }
}
