package org.mailmedic.ui.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers for the person.
public final class FakeDialogs implements FileDialogs {
    public final List<String> proposed = new ArrayList<>();
    public Optional<Path> answer = Optional.empty();

    @Override
    public Optional<Path> save(String title, String name, String ending) {
        proposed.add(name);
        return answer;
    }

    @Override
    public Optional<Path> open(String title) {
        return answer;
    }
}
