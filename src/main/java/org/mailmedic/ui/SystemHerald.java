package org.mailmedic.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mailmedic.ui.page.Herald;

/// Tells by the system's own programs, which are started with a list of arguments and never through a shell. What is not installed is left
/// out; what does not end by itself is ended.
final class SystemHerald implements Herald {
    private static final String KEEPSAKE = "tell";
    private static final String NO = "no";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TITLE = "MAILMEDIC_TITLE";
    private static final String WORDS = "MAILMEDIC_WORDS";
    /// Part of the freedesktop.org sound theme, in which `complete` is the name for the end of something long.
    private static final String SOUND = "/usr/share/sounds/freedesktop/stereo/complete.oga";
    /// A toast needs the identity of a program of the start menu: this is the one of Windows PowerShell. It has a sound of its own.
    private static final String TOAST =
            "[void][Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime];"
            + "$xml=[Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent("
            + "[Windows.UI.Notifications.ToastTemplateType]::ToastText02);"
            + "$text=$xml.GetElementsByTagName('text');"
            + "[void]$text.Item(0).AppendChild($xml.CreateTextNode($env:" + TITLE + "));"
            + "[void]$text.Item(1).AppendChild($xml.CreateTextNode($env:" + WORDS + "));"
            + "[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier("
            + "'{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe').Show("
            + "[Windows.UI.Notifications.ToastNotification]::new($xml))";

    private final String system;
    private final List<Path> folders;
    private final Executor background;
    private final Duration patience;
    private final BooleanProperty wanted;

    /// @param system `Windows`, `macOS` or `Linux`
    /// @param path   where programs are, as in the variable `PATH`
    SystemHerald(String system, String path, WindowMemory keepsakes, Executor background) {
        this(system, path, keepsakes, background, PATIENCE);
    }

    /// @param patience how long each program may take
    SystemHerald(String system, String path, WindowMemory keepsakes, Executor background, Duration patience) {
        this.system = system;
        this.background = background;
        this.patience = patience;
        folders = Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank()).map(Path::of).filter(Path::isAbsolute)
                .toList();
        wanted = new SimpleBooleanProperty(!keepsakes.find(KEEPSAKE).filter(NO::equals).isPresent());
        wanted.subscribe((_, now) -> keepsakes.keep(KEEPSAKE, now ? "yes" : NO));
    }

    @Override
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    @Override
    public void tell(String title, String words) {
        if (wanted.get()) {
            background.execute(() -> commands(title, words).forEach(command -> run(command, Map.of(TITLE, title, WORDS, words))));
        }
    }

    /// What is started here, one after the other.
    List<List<String>> commands(String title, String words) {
        Stream<Optional<List<String>>> all = switch (system) {
            case "Linux" -> Stream.of(command("notify-send", "--app-name=" + title, "--icon=mail-unread", "--", title, words),
                    command("canberra-gtk-play", "--id=complete").or(() -> command("paplay", SOUND)).or(() -> command("pw-play", SOUND)));
            // the words are arguments of the script and no part of it
            case "macOS" -> Stream.of(command("osascript", "-e", "on run argv", "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv) sound name \"Glass\"", "-e", "end run", title,
                    words));
            case "Windows" -> Stream.of(command("powershell.exe", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command",
                    TOAST));
            default -> Stream.of();
        };
        return all.flatMap(Optional::stream).toList();
    }

    private Optional<List<String>> command(String program, String... arguments) {
        return folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst()
                .map(found -> Stream.concat(Stream.of(found.toString()), Stream.of(arguments)).toList());
    }

    private void run(List<String> command, Map<String, String> told) {
        try {
            var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(told);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(patience)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException notStarted) {
            System.getLogger(SystemHerald.class.getName()).log(System.Logger.Level.DEBUG, "nothing was told by " + command.getFirst(),
                    notStarted);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
