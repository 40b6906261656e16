package org.mailmedic.ui;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.mailmedic.ui.page.SystemPages;

/// This system's settings pages, as `text/settings-pages.properties` lists them: a diagnosis leads to a page, a page to the command that
/// opens it here. A command whose program is not there is not offered. Nothing of the person's is ever part of a command.
final class SettingsPages implements SystemPages {
    private static final String BOOK = "org.mailmedic.text.settings-pages";
    private static final int PATIENCE_SECONDS = 5;
    private final ResourceBundle book;
    private final String system;
    private final List<Path> folders;
    private final Executor background;

    /// @param system  `Windows`, `macOS` or `Linux`
    /// @param path    where programs are, as in the variable `PATH`
    SettingsPages(String system, String path, Executor background) {
        book = ResourceBundle.getBundle(BOOK, Locale.ROOT, SettingsPages.class.getModule());
        this.system = system;
        this.background = background;
        folders = Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank()).map(Path::of)
                .filter(Path::isAbsolute).toList();
    }

    @Override
    public Optional<Place> about(String code) {
        return find("about." + code).flatMap(page -> command(page).map(command -> new Opening(page, command)));
    }

    /// The command that opens a page here.
    Optional<List<String>> command(String page) {
        return find("open." + system + "." + page).map(line -> List.of(line.split(" "))).filter(command -> there(command.getFirst()));
    }

    private boolean there(String program) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    private Optional<String> find(String key) {
        return book.containsKey(key) ? Optional.of(book.getString(key)) : Optional.empty();
    }

    private final class Opening implements Place {
        private final String page;
        private final List<String> command;

        Opening(String page, List<String> command) {
            this.page = page;
            this.command = command;
        }

        @Override
        public String id() {
            return page;
        }

        @Override
        public void open(Runnable trouble) {
            background.execute(() -> {
                if (!opened()) {
                    trouble.run();
                }
            });
        }

        /// A program that still runs after a while is the settings themselves.
        private boolean opened() {
            try {
                Process process = new ProcessBuilder(new ArrayList<>(command)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                process.getOutputStream().close();
                return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
            } catch (IOException notStarted) {
                return false;
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
