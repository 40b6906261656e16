package org.mailmedic.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One call of the program, with everything around it in the test's hand.
final class Call {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] in = {};
    private PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    private String answer;
    private boolean interactive;
    private int code;

    Call typing(String text) {
        in = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    Call typing(byte[] bytes) {
        in = bytes.clone();
        return this;
    }

    Call with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Somebody sits there and answers questions for secrets with this; null gives up.
    Call answering(String secret) {
        interactive = true;
        answer = secret;
        return this;
    }

    Call writingTo(PrintStream stream) {
        outStream = stream;
        return this;
    }

    Call run(String... words) {
        var terminal = new Terminal(new ByteArrayInputStream(in), outStream, new PrintStream(err, true, StandardCharsets.UTF_8),
                environment, interactive, _ -> answer == null ? null : answer.toCharArray());
        code = CliMain.run(words, terminal);
        outStream.flush();
        return this;
    }

    Call run(List<String> words) {
        return run(words.toArray(String[]::new));
    }

    int code() {
        return code;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
