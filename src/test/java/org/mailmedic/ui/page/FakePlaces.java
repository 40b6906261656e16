package org.mailmedic.ui.page;

import java.util.Optional;

/// Knows one page of the system's settings, which never opens.
public final class FakePlaces implements SystemPages {
    public String about = "";

    @Override
    public Optional<Place> about(String code) {
        return code.equals(about) ? Optional.of(new Place() {
            @Override
            public String id() {
                return "firewall";
            }

            @Override
            public void open(Runnable trouble) {
                trouble.run();
            }
        }) : Optional.empty();
    }
}
