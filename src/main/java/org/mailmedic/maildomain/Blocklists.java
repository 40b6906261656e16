package org.mailmedic.maildomain;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.dns.DomainName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads lists of block lists: the one that comes with the program, and a person's own.
public final class Blocklists {
    private static final int MOST = 50;

    private Blocklists() {}

    public static List<Blocklist> builtIn() {
        return lists(DataFile.read("blocklists.json"));
    }

    /// JSON like the built-in one, or one name a line; `#` begins a remark.
    ///
    /// @throws IllegalArgumentException when it is neither; the message completes "it …" and is fit to be shown
    public static List<Blocklist> read(String text) {
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            try {
                return lists(new JsonMapper().readTree(text));
            } catch (JacksonException senseless) {
                throw new IllegalArgumentException("is not JSON", senseless);
            }
        }
        List<Blocklist> all = text.lines().map(line -> line.split("#", 2)[0].strip()).filter(line -> !line.isEmpty())
                .map(line -> checked(line, DomainName.plain(line), "address", "")).toList();
        return bounded(all);
    }

    private static List<Blocklist> lists(JsonNode root) {
        List<Blocklist> all = new ArrayList<>();
        if (!root.isArray() && !root.path("lists").isArray()) {
            throw new IllegalArgumentException("has no entry \"lists\"");
        }
        for (JsonNode each : root.isArray() ? root : root.path("lists")) {
            String zone = each.isString() ? each.asString() : each.path("zone").asString("");
            all.add(checked(zone, each.path("name").asString(zone), each.path("kind").asString("address"), each.path("delist")
                    .asString("")));
        }
        return bounded(all);
    }

    private static List<Blocklist> bounded(List<Blocklist> all) {
        if (all.size() > MOST) {
            throw new IllegalArgumentException("names more than " + MOST + " lists");
        }
        return all;
    }

    private static Blocklist checked(String zone, String name, String kind, String delist) {
        String plain = DomainName.plain(zone);
        if (!DomainName.fits(plain) || plain.chars().anyMatch(c -> c <= ' ' || c > '~') || plain.indexOf('.') < 0) {
            throw new IllegalArgumentException("has an entry that is no name in DNS");
        }
        boolean domain = List.of("domain", "name", "rhsbl").contains(kind.toLowerCase(Locale.ROOT));
        return new Blocklist(plain, name, domain ? Blocklist.Kind.DOMAIN : Blocklist.Kind.ADDRESS, web(delist) ? delist : "");
    }

    private static boolean web(String address) {
        try {
            return "https".equalsIgnoreCase(URI.create(address).getScheme());
        } catch (IllegalArgumentException senseless) {
            return false;
        }
    }
}
