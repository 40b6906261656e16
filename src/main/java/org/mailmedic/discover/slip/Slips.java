package org.mailmedic.discover.slip;

import java.util.ArrayList;
import java.util.List;
import org.mailmedic.provider.ProviderBook;

/// All slips of a draft, in the order of the fields.
public final class Slips {
    /// Each looks at what is left when the slips before it are mended: two slips in one name are two, and a wrong name of the server does
    /// not hide what its provider wants.
    private static final List<Lint> IN_ORDER = List.of(new HostFormLint(), new HostTypoLint(), new PortLint(), new SecurityLint(),
            new UserLint(), new AddressLint(), new PasswordLint());

    private Slips() {}

    /// Says nothing about fields that are empty: a form in the making is no slip.
    public static List<Slip> in(Draft draft, ProviderBook book) {
        List<Slip> slips = new ArrayList<>();
        Draft mended = draft;
        for (Lint lint : IN_ORDER) {
            List<Slip> found = lint.look(mended, book).toList();
            slips.addAll(found);
            for (Slip slip : found) {
                // the password stays as it is: a second copy would be one more to wipe
                mended = slip.field() == SlipField.PASSWORD ? mended : mended.mended(slip);
            }
        }
        return List.copyOf(slips);
    }
}
