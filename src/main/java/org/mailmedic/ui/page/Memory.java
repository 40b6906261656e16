package org.mailmedic.ui.page;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailmedic.history.Erased;

/// Everything that the window keeps on this computer: earlier check-ups with what was noted about them, and the person's choices. It writes
/// no log file and keeps no password. To be called on the JavaFX thread; answers come back there.
public final class Memory {
    /// The last folder of ours on the way to a file; those above are the system's.
    private static final String OURS = "mailmedic";

    /// @param checkups how many earlier check-ups there are
    /// @param folder   of the earlier check-ups, when it is there
    /// @param choices  the file with the choices, when it is there
    public record Kept(int checkups, Optional<Path> folder, Optional<Path> choices) {}

    /// @param checkups how many are gone
    /// @param choices  whether a file with choices is gone
    /// @param left     of ours, what is still there
    /// @param foreign  what is in our folder and not from us; it was left alone
    public record Forgotten(int checkups, boolean choices, List<Path> left, List<Path> foreign) {
        public Forgotten {
            left = List.copyOf(left);
            foreign = List.copyOf(foreign);
        }
    }

    private final EarlierStore earlier;
    private final Choices choices;
    private final Executor background;
    private final Executor fx;

    public Memory(EarlierStore earlier, Choices choices, Executor background, Executor fx) {
        this.earlier = earlier;
        this.choices = choices;
        this.background = background;
        this.fx = fx;
    }

    /// Looks what is there.
    public void look(Consumer<Kept> then) {
        earlier.list(content -> background.execute(() -> {
            int count = content.unreadable() + content.servers().values().stream().mapToInt(List::size).sum();
            var kept = new Kept(count, Optional.of(earlier.folder()).filter(Memory::there), choices.file().filter(Memory::there));
            fx.execute(() -> then.accept(kept));
        }));
    }

    /// Deletes all of it, and the folders of ours that are empty then. What was saved elsewhere is not touched.
    public void forget(Consumer<Forgotten> then) {
        earlier.deleteAll(erased -> background.execute(() -> {
            Forgotten forgotten = rest(erased);
            fx.execute(() -> then.accept(forgotten));
        }));
    }

    /// What remains to be done once the earlier check-ups are deleted.
    public Forgotten rest(Erased erased) {
        Path folder = earlier.folder();
        List<Path> left = new ArrayList<>(erased.left().stream().map(folder::resolve).filter(Memory::there).toList());
        boolean unread = left.isEmpty() && erased.trouble().isPresent();
        if (there(folder) && (unread || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))) {
            left.add(folder);
        }
        List<Path> foreign = left.contains(folder) ? List.of() : inside(folder).filter(each -> !left.contains(each)).toList();
        boolean had = choices.file().filter(Memory::there).isPresent();
        try {
            choices.forget();
        } catch (IOException | SecurityException stays) {
            choices.file().ifPresent(left::add);
        }
        if (!left.contains(folder)) {
            remove(folder);
        }
        Stream.concat(Stream.of(folder), choices.file().stream()).map(Path::getParent).filter(Memory::ours).distinct()
                .forEach(Memory::remove);
        boolean gone = had && choices.file().filter(Memory::there).isEmpty();
        return new Forgotten(erased.count(), gone, left, foreign);
    }

    private static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean ours(Path folder) {
        return folder != null && folder.endsWith(OURS);
    }

    private static Stream<Path> inside(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList().stream();
        } catch (IOException notListed) {
            return Stream.of(folder);
        }
    }

    /// An empty folder tells nobody anything, so that one that stays is not worth a word.
    private static void remove(Path folder) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException _) {
            // something of somebody else's is in it
        } catch (IOException stays) {
            System.getLogger(Memory.class.getName()).log(System.Logger.Level.DEBUG, "an empty folder stays", stays);
        }
    }
}
