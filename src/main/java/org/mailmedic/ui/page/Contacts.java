package org.mailmedic.ui.page;

import java.util.EnumSet;
import java.util.Set;
import org.mailmedic.discover.Origin;
import org.mailmedic.plan.Options;

/// What the program may contact: everything that it knows, less what the person has switched off.
public final class Contacts {
    private final Options all;

    public Contacts(Options all) {
        this.all = all;
    }

    /// For the next check-up.
    public Options options() {
        return all;
    }

    /// Where settings for an address may be looked up.
    public Set<Origin> sources() {
        return EnumSet.allOf(Origin.class);
    }
}
