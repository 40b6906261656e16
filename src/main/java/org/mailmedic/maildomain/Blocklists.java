package org.mailmedic.maildomain;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.maildomain.dns.DomainName;
import org.mailmedic.settings.UnfitFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads lists of block lists: the one that comes with the program, and a person's own.
public final class Blocklists {
    private static final int MOST = 50;

    private Blocklists() {}

    public static List<Blocklist> builtIn() {
        try {
            return lists(DataFile.read("blocklists.json"));
        } catch (UnfitFileException ours) {
            throw new IllegalStateException("the built-in block lists", ours);
        }
    }

    /// JSON like the built-in one, or one name a line; `#` begins a remark.
    ///
    /// @throws UnfitFileException when it is neither
    public static List<Blocklist> read(String text) throws UnfitFileException {
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            try {
                return lists(new JsonMapper().readTree(text));
            } catch (JacksonException senseless) {
                throw new UnfitFileException("json", Map.of(), senseless);
            }
        }
        List<Blocklist> all = new ArrayList<>();
        for (String line : text.lines().map(line -> line.split("#", 2)[0].strip()).filter(line -> !line.isEmpty()).toList()) {
            all.add(checked(line, DomainName.plain(line), "address", ""));
        }
        return bounded(all);
    }

    private static List<Blocklist> lists(JsonNode root) throws UnfitFileException {
        List<Blocklist> all = new ArrayList<>();
        if (!root.isArray() && !root.path("lists").isArray()) {
            throw new UnfitFileException("blocklists.lists");
        }
        for (JsonNode each : root.isArray() ? root : root.path("lists")) {
            String zone = each.isString() ? each.asString() : each.path("zone").asString("");
            all.add(checked(zone, each.path("name").asString(zone), each.path("kind").asString("address"), each.path("delist")
                    .asString("")));
        }
        return bounded(all);
    }

    private static List<Blocklist> bounded(List<Blocklist> all) throws UnfitFileException {
        if (all.size() > MOST) {
            throw new UnfitFileException("blocklists.many", Map.of("most", MOST));
        }
        return all;
    }

    private static Blocklist checked(String zone, String name, String kind, String delist) throws UnfitFileException {
        String plain = DomainName.plain(zone);
        if (!DomainName.fits(plain) || plain.chars().anyMatch(c -> c <= ' ' || c > '~') || plain.indexOf('.') < 0) {
            throw new UnfitFileException("blocklists.name");
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
