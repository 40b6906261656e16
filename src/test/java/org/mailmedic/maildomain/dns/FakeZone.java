package org.mailmedic.maildomain.dns;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;
import tools.jackson.databind.JsonNode;

/// A zone in memory: what stands in it exists, with all names above it; everything else does not. It knows wildcards and aliases.
public final class FakeZone implements Zone {
    private final Map<String, Map<DnsType, List<DnsData>>> names = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, Status> failing = new TreeMap<>();
    private final Set<String> authentic = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public static FakeZone empty() {
        return new FakeZone();
    }

    /// @param zone as the suites write it (`../shared/suites/README.md`)
    public static FakeZone of(JsonNode zone) {
        var all = new FakeZone();
        for (var entry : zone.properties()) {
            String name = entry.getKey();
            for (var type : entry.getValue().properties()) {
                JsonNode value = type.getValue();
                switch (type.getKey()) {
                    case "TIMEOUT" -> all.fails(name, Status.TIMEOUT);
                    case "SERVFAIL" -> all.fails(name, Status.SERVER_FAILURE);
                    case "CNAME" -> all.alias(name, value.isArray() ? value.get(0).asString() : value.asString());
                    case "A", "AAAA" -> value.forEach(each -> all.address(name, each.asString()));
                    case "PTR" -> value.forEach(each -> all.add(name, DnsType.PTR, new DnsData.Named(DomainName.plain(each.asString()))));
                    case "MX" -> value.forEach(each -> all.mx(name, each.get(0).asInt(), each.get(1).asString()));
                    case "TXT" -> value.forEach(each -> {
                        var text = new StringBuilder();
                        each.forEach(part -> text.append(part.asString()));
                        all.txt(name, text.toString());
                    });
                    default -> throw new IllegalArgumentException(type.getKey());
                }
            }
        }
        return all;
    }

    public FakeZone txt(String name, String... texts) {
        for (String text : texts) {
            add(name, DnsType.TXT, new DnsData.Text(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), 1));
        }
        return this;
    }

    public FakeZone mx(String name, int preference, String host) {
        return add(name, DnsType.MX, new DnsData.MailHost(preference, host.endsWith(".") ? host.substring(0, host.length() - 1) : host));
    }

    public FakeZone address(String name, String address) {
        return add(name, address.indexOf(':') >= 0 ? DnsType.AAAA : DnsType.A, new DnsData.Address(InetAddress.ofLiteral(address)));
    }

    public FakeZone ptr(String address, String name) {
        return add(Reverse.name(InetAddress.ofLiteral(address)), DnsType.PTR, new DnsData.Named(name));
    }

    public FakeZone add(String name, DnsType type, DnsData data) {
        names.computeIfAbsent(DomainName.plain(name), _ -> new TreeMap<>()).computeIfAbsent(type, _ -> new ArrayList<>()).add(data);
        return this;
    }

    public FakeZone alias(String name, String target) {
        aliases.put(DomainName.plain(name), DomainName.plain(target));
        return this;
    }

    /// From now on whatever this name has no record of ends so.
    public FakeZone fails(String name, Status how) {
        failing.put(DomainName.plain(name), how);
        return this;
    }

    /// Answers about this name are signed and proven.
    public FakeZone signed(String name) {
        authentic.add(DomainName.plain(name));
        return this;
    }

    /// `TYPE name`, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public DnsAnswer ask(String name, DnsType type) {
        asked.add(type + " " + name.toLowerCase(Locale.ROOT));
        String here = DomainName.plain(name);
        List<String> on = new ArrayList<>();
        boolean signed = authentic.contains(here);
        while (aliases.containsKey(here) && type != DnsType.CNAME) {
            here = aliases.get(here);
            on.add(here);
            if (on.size() > 8) {
                return DnsAnswer.without(Status.ALIAS_LOOP);
            }
        }
        if (type == DnsType.CNAME && aliases.containsKey(here)) {
            return DnsAnswer.found(List.of(new DnsData.Named(aliases.get(here))));
        }
        Map<DnsType, List<DnsData>> records = names.get(here);
        if (records == null && !exists(here)) {
            records = wildcard(here);
        }
        List<DnsData> found = records == null ? List.of() : records.getOrDefault(type, List.of());
        if (found.isEmpty() && failing.containsKey(here)) {
            return DnsAnswer.without(failing.get(here));
        }
        Status status = !found.isEmpty() ? Status.FOUND : records != null || exists(here) ? Status.NO_DATA : Status.NO_NAME;
        return new DnsAnswer(status, found, on, signed, "");
    }

    private boolean exists(String name) {
        return names.containsKey(name) || aliases.containsKey(name) || failing.containsKey(name)
                || names.keySet().stream().anyMatch(each -> each.endsWith("." + name))
                || aliases.keySet().stream().anyMatch(each -> each.endsWith("." + name));
    }

    private Map<DnsType, List<DnsData>> wildcard(String name) {
        for (String above = name; above.indexOf('.') >= 0; ) {
            above = DomainName.without(above, 1);
            if (names.containsKey("*." + above)) {
                return names.get("*." + above);
            }
            if (exists(above)) {
                return null;
            }
        }
        return null;
    }
}
