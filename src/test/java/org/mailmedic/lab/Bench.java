package org.mailmedic.lab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailmedic.lab.net.Addresses;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.net.Topology;
import org.mailmedic.lab.peer.Authority;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.Listener;
import org.mailmedic.lab.peer.NameServer;
import org.mailmedic.lab.peer.Zone;
import org.mailmedic.real.Command;

/// One small Internet, made ready for one scenario after the other. Used by one thread.
public final class Bench implements Closeable {
    private static final String PASSWORD = "correct horse 7";

    private final Topology net;
    private final Path folder;
    private final Authority authority;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final List<Closeable> fixtures = new ArrayList<>();
    private final List<Closeable> forNow = new ArrayList<>();
    private final Map<Host, StringBuilder> rules = new HashMap<>();
    private final ControlHosts controls;
    private Path trusted;

    /// @param number tells benches of one run apart
    public Bench(int number, Path folder, Authority authority) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.authority = authority;
        this.net = new Topology(number);
        try {
            this.controls = new ControlHosts(this);
            for (String resolver : List.of(Addresses.SYSTEM_RESOLVER, Addresses.PUBLIC_RESOLVERS.get(0),
                    Addresses.PUBLIC_RESOLVERS.get(1))) {
                var zone = new Zone();
                zones.put(resolver, zone);
                fixtures.add(new NameServer(net.inside(Host.RESOLVERS), resolver, zone));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    public Topology net() {
        return net;
    }

    public Authority authority() {
        return authority;
    }

    public Path folder() {
        return folder;
    }

    public ControlHosts controls() {
        return controls;
    }

    /// A server for this scenario alone.
    public void listen(Host host, String address, int port, Conversation conversation) throws IOException {
        forNow.add(new Listener(net.inside(host), address, port, conversation));
    }

    public void untilTheEnd(Closeable thing) {
        forNow.add(thing);
    }

    /// @param resolver one address; empty for all resolvers
    public void name(String resolver, String name, String... values) {
        zones.forEach((address, zone) -> {
            if (resolver.isEmpty() || resolver.equals(address)) {
                zone.put(name, values);
            }
        });
    }

    /// What one resolver says.
    public Zone zone(String resolver) {
        return zones.get(resolver);
    }

    void forget(String resolver, String name) {
        zones.get(resolver).remove(name);
    }

    /// Lines of nft(8) for the inside of a table of family inet.
    public void rules(Host host, String chain) {
        rules.computeIfAbsent(host, _ -> new StringBuilder()).append(chain).append('\n');
    }

    /// What this device trusts besides the usual, instead of the laboratory's own root.
    public void trust(Path pem) {
        trusted = pem;
    }

    /// Makes the situation, asks, and puts everything back.
    public Got run(Scenario scenario) throws Exception {
        try {
            tidy();
            controls.nameThem();
            for (Scenario.Setting setting : scenario.settings()) {
                setting.on(this);
            }
            rules.forEach((host, chains) -> net.of(host).firewall("table inet lab {\n" + chains + "}\n"));
            return Got.of(command(scenario).within(scenario.atMost().plusSeconds(30)).run());
        } finally {
            closeAll(forNow);
        }
    }

    private void tidy() {
        net.reset();
        rules.clear();
        trusted = authority.root();
        zones.values().forEach(Zone::clear);
        controls.reset();
    }

    private Command command(Scenario scenario) throws IOException {
        List<Object> words = new ArrayList<>(scenario.prefix().stream().map(this::placed).toList());
        words.addAll(Program.words());
        words.addAll(List.of("diagnose", "--format", "json", "--mask", "none"));
        words.addAll(usual(scenario.options()));
        return net.command(Host.CLIENT, words.toArray()).reading("");
    }

    private String placed(String word) {
        return word.replace("{folder}", folder.toString());
    }

    private List<String> usual(List<String> options) throws IOException {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        chosen.put("--host", List.of("mail.shop.example"));
        chosen.put("--port", List.of("587"));
        chosen.put("--security", List.of("starttls"));
        chosen.put("--timeout", List.of("3"));
        chosen.put("--controls", List.of(controls.file(folder).toString()));
        chosen.put("--trust", List.of(trusted.toString()));
        chosen.put("--resolver", Addresses.PUBLIC_RESOLVERS);
        for (int i = 0; i < options.size(); i++) {
            boolean valued = i + 1 < options.size() && !options.get(i + 1).startsWith("--");
            chosen.put(options.get(i), valued ? List.of(options.get(i + 1)) : List.of());
            i += valued ? 1 : 0;
        }
        if (chosen.containsKey("--user")) {
            chosen.putIfAbsent("--password-file", List.of(Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString()));
        }
        List<String> words = new ArrayList<>();
        chosen.forEach((option, values) -> {
            if (values.isEmpty()) {
                words.add(option);
            }
            values.stream().filter(value -> !value.equals("-")).forEach(value -> words.addAll(List.of(option, value)));
        });
        return words;
    }

    @Override
    public void close() throws IOException {
        closeAll(forNow);
        closeAll(fixtures);
        if (controls != null) {
            controls.close();
        }
        net.close();
    }

    private static void closeAll(List<Closeable> things) throws IOException {
        for (Closeable thing : things) {
            thing.close();
        }
        things.clear();
    }
}
