package org.mailmedic.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Random;

/// A process that keeps reports as fast as it can, and now and then deletes one of its own, until it is killed or has kept enough.
/// It says what it did, once it was told that it is done: `+id` kept, `?id` about to be deleted, `-id` deleted, `!trouble` not kept.
public final class BusyWriter {
    private static final int LINES = 600;

    private BusyWriter() {}

    /// @param words the folder, and how many reports to keep
    public static void main(String[] words) {
        endWithTheTest();
        var random = new Random();
        var own = new ArrayDeque<Summary>();
        History history = History.open(Path.of(words[0]), Retention.everything(), InstantSource.system());
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            switch (history.save(Reports.sized("smtp.example.org", 587, Instant.now(), "dns.timeout", random.nextInt(LINES)))) {
                case Kept.Saved(var summary) -> {
                    own.add(summary);
                    say("+" + summary.id());
                }
                case Kept.NotSaved(var trouble) -> say("!" + trouble);
            }
            if (own.size() > 2 && random.nextInt(3) == 0) {
                Summary oldest = own.remove();
                say("?" + oldest.id());
                history.delete(oldest);
                say("-" + oldest.id());
            }
        }
    }

    /// Standard input ends when the test is gone, even if it was killed itself: nobody is left behind writing for ever.
    private static void endWithTheTest() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // that is the end, too
            }
            Runtime.getRuntime().halt(0);
        });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
