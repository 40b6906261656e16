package org.mailmedic.discover.slip;

import java.util.stream.Stream;
import org.mailmedic.provider.ProviderBook;

/// One kind of look at a draft. Pure and quick: it runs with every key that is typed.
@FunctionalInterface
interface Lint {
    Stream<Slip> look(Draft draft, ProviderBook book);
}
