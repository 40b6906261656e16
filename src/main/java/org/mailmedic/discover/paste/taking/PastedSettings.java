package org.mailmedic.discover.paste.taking;

import java.util.List;
import org.mailmedic.discover.slip.Draft;
import org.mailmedic.settings.Secret;

/// What was read out of a pasted text. Whoever has it closes it, which wipes the password.
///
/// @param format the form that was recognised, such as `laravel-env`
/// @param draft  the fields, slips and all
/// @param taken  where each field comes from
/// @param doubts what the reader was unsure of
public record PastedSettings(String format, Draft draft, List<Taken> taken, List<Doubt> doubts) implements AutoCloseable {
    public PastedSettings {
        taken = List.copyOf(taken);
        doubts = List.copyOf(doubts);
    }

    @Override
    public void close() {
        draft.password().ifPresent(Secret::close);
    }
}
