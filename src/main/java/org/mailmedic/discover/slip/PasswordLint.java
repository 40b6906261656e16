package org.mailmedic.discover.slip;

import java.util.Arrays;
import java.util.stream.Stream;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.Secret;

/// Blanks that came along with a password: around it, or inside an app password that is shown in groups of four (Google, Yahoo).
/// Neither slip nor suggestion holds anything of it.
final class PasswordLint implements Lint {
    private static final int GROUP = 4;
    private static final int LETTERS = 16;

    @Override
    public Stream<Slip> look(Draft draft, ProviderBook book) {
        if (draft.password().isEmpty()) {
            return Stream.empty();
        }
        boolean appPassword = book.byHost(draft.host()).filter(p -> p.signIn() == Provider.SignIn.APP_PASSWORD).isPresent();
        Secret password = draft.password().get();
        char[] chars = password.chars();
        try {
            boolean slip = chars.length > 0 && (SlipWords.blankOrInvisible(chars[0]) || SlipWords.blankOrInvisible(chars[chars.length - 1])
                    || appPassword && inGroups(chars));
            return slip ? Stream.of(new Slip(Slip.Kind.PASSWORD_BLANKS, SlipField.PASSWORD, password.toString(), "")) : Stream.empty();
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /// `abcd efgh ijkl mnop`.
    private static boolean inGroups(char[] chars) {
        int letters = 0;
        for (char c : chars) {
            boolean blank = SlipWords.blankOrInvisible(c);
            if (blank ? letters % GROUP != 0 : c < 'a' || c > 'z') {
                return false;
            }
            letters += blank ? 0 : 1;
        }
        return letters == LETTERS && chars.length > LETTERS;
    }
}
