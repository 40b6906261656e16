package org.mailmedic.monitor.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mailmedic.monitor.batch.Target;
import org.mailmedic.monitor.batch.TargetReader;
import org.mailmedic.monitor.batch.Unfit;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Settings;

/// The targets file, read: what may be probed, and with which sign-in. The only place that sign-in data comes from.
public final class KnownTargets {
    private static final int MOST = 100_000;
    private final Map<String, Target.Server> byName = new LinkedHashMap<>();
    /// The first line of each host, and of each port of it.
    private final Map<String, Target.Server> byServer = new HashMap<>();
    private final List<Target.Unusable> unusable = new ArrayList<>();
    private final boolean any;
    private final Settings usual;
    private final Options options;

    private KnownTargets(boolean any, Settings usual, Options options) {
        this.any = any;
        this.usual = usual;
        this.options = options;
    }

    /// @param any     whether hosts that are not in the file may be probed as well, without a sign-in
    /// @param usual   what a line leaves out
    /// @param options likewise
    public static KnownTargets none(boolean any, Settings usual, Options options) {
        return new KnownTargets(any, usual, options);
    }

    /// The same, with what a file holds: the lines of `batch`, each with an `id`, its name.
    ///
    /// @throws Unfit when nothing of the file can be used, or it has too many lines
    public static KnownTargets read(InputStream in, boolean any, Settings usual, Options options) throws IOException, Unfit {
        var targets = new KnownTargets(any, usual, options);
        TargetReader reader = TargetReader.open(in, usual, options);
        for (Optional<Target> next = reader.next(); next.isPresent(); next = reader.next()) {
            switch (next.get()) {
                case Target.Server server -> {
                    targets.byName.put(server.id(), server);
                    targets.byServer.putIfAbsent(server.server(), server);
                    targets.byServer.putIfAbsent(endpoint(server.server(), server.settings().effectivePort()), server);
                }
                case Target.Unusable bad -> targets.unusable.add(bad);
                case Target.Domain _ -> { }
            }
            if (targets.byName.size() + targets.unusable.size() > MOST) {
                throw Unfit.tooMany(MOST);
            }
        }
        return targets;
    }

    /// The lines that cannot be used.
    public List<Target.Unusable> unusable() {
        return List.copyOf(unusable);
    }

    /// Names in the file, in its order.
    public Set<String> names() {
        return byName.keySet();
    }

    /// A host that the file has is probed as its line says, without the sign-in and the addresses, which go by name alone.
    ///
    /// @param asked a name of the file, or `host`, `host:port`, `[address]:port`
    /// @return empty when it may not be probed
    Optional<Target.Server> find(String asked) {
        Target.Server named = byName.get(asked);
        if (named != null) {
            return Optional.of(named);
        }
        // a colon ends the host, unless there are several and no brackets: then it is an address
        int colon = asked.lastIndexOf(':');
        boolean bare = colon >= 0 && asked.indexOf(':') != colon && !asked.substring(0, colon).endsWith("]");
        OptionalInt port = colon < 0 || bare ? OptionalInt.empty() : number(asked.substring(colon + 1));
        String host = port.isPresent() ? asked.substring(0, colon) : asked;
        String server = Target.spelling(host);
        if (!any && !byServer.containsKey(server)) {
            return Optional.empty();
        }
        Target.Server listed = byServer.get(port.isPresent() ? endpoint(server, port.getAsInt()) : server);
        Settings like = listed == null ? usual : listed.settings();
        var settings = new Settings(host, port.isPresent() ? port : like.port(), like.security(), new Login.None(), Optional.empty(),
                Optional.empty(), Optional.empty(), like.symptom(), false, false);
        return Optional.of(new Target.Server(0, asked, settings, listed == null ? options : listed.options(), Optional.empty()));
    }

    private static String endpoint(String server, int port) {
        return server + " " + port;
    }

    private static OptionalInt number(String text) {
        try {
            int port = text.length() < 6 ? Integer.parseInt(text) : 0;
            return port >= 1 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (NumberFormatException noPort) {
            return OptionalInt.empty();
        }
    }
}
