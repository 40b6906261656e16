package org.mailmedic.lab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailmedic.lab.net.Addresses;
import org.mailmedic.lab.net.Host;
import org.mailmedic.lab.peer.Conversation;
import org.mailmedic.lab.peer.Listener;
import org.mailmedic.lab.peer.MailServer;
import org.mailmedic.lab.peer.WebServer;
import tools.jackson.databind.json.JsonMapper;

/// The well-known servers elsewhere that a check-up compares with: three mail hosts, a page for finding portals, a page that tells
/// the time, and an address that cannot answer. They live as long as their bench; a scenario can change what they do.
public final class ControlHosts implements Closeable {
    private static final List<Integer> MAIL_PORTS = List.of(25, 465, 587, 2525);
    private static final List<String> NAMES = List.of("mx.control-a.example", "mx.control-b.example", "mx.control-c.example");

    private final Bench bench;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, Conversation> pages = new ConcurrentHashMap<>();

    ControlHosts(Bench bench) throws IOException {
        this.bench = bench;
        try {
            for (int i = 0; i < NAMES.size(); i++) {
                for (String address : List.of(Addresses.CONTROLS.get(i), Addresses.CONTROLS6.get(i))) {
                    host(NAMES.get(i), address);
                }
            }
            for (int port : List.of(80, 8080)) {
                String page = port == 80 ? "portal" : "time";
                listen(Addresses.WEB, port, line -> pages.get(page).with(line));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void host(String name, String address) throws IOException {
        var server = new MailServer(name).identity(bench.authority().sound(NAMES.toArray(String[]::new)).context());
        for (int port : MAIL_PORTS) {
            listen(address, port, port == 465 ? server.copy().tlsFirst() : server);
        }
        listen(address, 443, Conversation.silent());
    }

    private void listen(String address, int port, Conversation conversation) throws IOException {
        listeners.add(new Listener(bench.net().inside(Host.CONTROLS), address, port, conversation));
    }

    void reset() {
        pages.put("portal", WebServer.noContent());
        pages.put("time", WebServer.page("time"));
    }

    /// @param page `portal` or `time`
    public void page(String page, Conversation server) {
        pages.put(page, server);
    }

    /// Their names, as every resolver knows them.
    void nameThem() {
        for (int i = 0; i < NAMES.size(); i++) {
            bench.name("", NAMES.get(i), Addresses.CONTROLS.get(i), Addresses.CONTROLS6.get(i));
        }
        bench.name("", "portal.example", Addresses.WEB);
        bench.name("", "time.example", Addresses.WEB);
    }

    /// One resolver no longer knows them.
    public void forgetNames(String resolver) {
        for (String name : List.of(NAMES.get(0), NAMES.get(1), NAMES.get(2), "portal.example", "time.example")) {
            bench.forget(resolver, name);
        }
    }

    /// The file for `--controls`.
    Path file(Path folder) throws IOException {
        Path file = folder.resolve("controls.json");
        if (Files.exists(file)) {
            return file;
        }
        var json = JsonMapper.shared().createObjectNode().put("version", 1);
        var tcp = json.putArray("tcp");
        for (int i = 0; i < NAMES.size(); i++) {
            // The last by its addresses, so that something is there to compare with when names do not work.
            for (String host : i < 2 ? List.of(NAMES.get(i)) : List.of(Addresses.CONTROLS.get(i), Addresses.CONTROLS6.get(i))) {
                for (int port : MAIL_PORTS) {
                    tcp.addObject().put("host", host).put("port", port).put("smtp", true).put("tls", port == 465);
                }
                tcp.addObject().put("host", host).put("port", 443);
            }
        }
        json.putArray("http").addObject().put("url", "http://portal.example/generate_204").put("status", 204).put("body", "");
        json.putArray("time").addObject().put("url", "http://time.example:8080/");
        json.putArray("canary").addObject().put("host", Addresses.CANARY);
        return Files.writeString(file, json.toPrettyString());
    }

    @Override
    public void close() throws IOException {
        for (Listener listener : listeners) {
            listener.close();
        }
    }
}
