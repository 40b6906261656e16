package org.mailmedic.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.mailmedic.ui.page.FileDialogs;
import org.mailmedic.ui.part.Texts;

/// The system's own dialogs. They open in the folder last used.
final class SystemDialogs implements FileDialogs {
    private final Window owner;
    private final Supplier<Optional<Path>> folder;
    private final Consumer<Path> keeper;
    private final Texts texts;

    /// @param folder the folder last used, while it is there
    /// @param keeper remembers a folder
    SystemDialogs(Window owner, Supplier<Optional<Path>> folder, Consumer<Path> keeper, Texts texts) {
        this.owner = owner;
        this.folder = folder;
        this.keeper = keeper;
        this.texts = texts;
    }

    @Override
    public Optional<Path> save(String title, String name, String ending) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("save.kind" + ending), "*" + ending));
        return kept(chooser.showSaveDialog(owner)).map(file -> file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ending));
    }

    @Override
    public Optional<Path> open(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter(texts.get("save.kind.mailmedic.json"), "*.mailmedic.json", "*.json", "*.jsonl"),
                new ExtensionFilter(texts.get("save.kind.any"), "*.*", "*"));
        return kept(chooser.showOpenDialog(owner));
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        folder.get().ifPresent(last -> chooser.setInitialDirectory(last.toFile()));
        return chooser;
    }

    private Optional<Path> kept(File chosen) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.map(Path::getParent).ifPresent(keeper);
        return path;
    }
}
