package org.mailmedic.ui.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.mailmedic.plan.Controls;
import org.mailmedic.plan.Options;
import org.mailmedic.ui.part.Texts;

/// Whom this program contacts, and why, from the very options that the check-up is given.
public final class ContactsModel {
    /// @param who what is contacted, in words
    public record Contact(String who, String why) {}

    private final Options options;
    private final Way way;
    private final Texts texts;

    public ContactsModel(Options options, Way way, Texts texts) {
        this.options = options;
        this.way = way;
        this.texts = texts;
    }

    public List<Contact> contacts() {
        var contacts = new ArrayList<Contact>();
        contacts.add(contact("server"));
        contacts.add(contact("resolver"));
        if (!options.resolvers().isEmpty()) {
            contacts.add(new Contact(texts.get("contacts.public_resolvers", String.join(", ", options.resolvers())),
                    texts.get("contacts.public_resolvers.why")));
        }
        Controls controls = options.controls();
        contacts.addAll(together("control", hosts(controls)));
        contacts.addAll(together("portal", controls.http().stream().map(Controls.Http::url).toList()));
        contacts.addAll(together("time", controls.time().stream().map(Controls.Time::url).toList()));
        contacts.addAll(together("canary", controls.canaries()));
        return List.copyOf(contacts);
    }

    public void back() {
        way.start();
    }

    /// Each host once, with all its ports.
    private List<String> hosts(Controls controls) {
        var ports = new LinkedHashMap<String, List<String>>();
        controls.tcp().forEach(control -> ports.computeIfAbsent(control.host(), _ -> new ArrayList<>()).add(Integer.toString(control.port())));
        return ports.entrySet().stream().map(host -> texts.get("contacts.host_ports", host.getKey(), String.join(", ", host.getValue()))).toList();
    }

    private List<Contact> together(String key, List<String> hosts) {
        return hosts.isEmpty() ? List.of() : List.of(new Contact(String.join("; ", hosts), texts.get("contacts." + key + ".why")));
    }

    private Contact contact(String key) {
        return new Contact(texts.get("contacts." + key), texts.get("contacts." + key + ".why"));
    }
}
