package org.mailmedic.ui.page.contacts;

import java.util.List;
import java.util.stream.Collectors;
import org.mailmedic.maildomain.Blocklists;
import org.mailmedic.maildomain.check.Blocklist;
import org.mailmedic.ui.page.Contacts;
import org.mailmedic.ui.page.Contacts.Group;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Texts;

/// Whom this program contacts, and why, from the very choices that searches and check-ups are given.
public final class ContactsModel {
    /// What cannot be switched off, since it is the check-up itself.
    ///
    /// @param who what is contacted or run, in words
    public record Contact(String who, String why) {}

    private final Contacts contacts;
    private final String system;
    private final Way way;
    private final Texts texts;

    /// @param system `Windows`, `macOS` or `Linux`
    public ContactsModel(Contacts contacts, String system, Way way, Texts texts) {
        this.contacts = contacts;
        this.system = system;
        this.way = way;
        this.texts = texts;
    }

    public List<Contact> always() {
        return List.of(contact("server"), contact("resolver"));
    }

    /// The groups of which something is known, in the order in which it matters; without what is read on this computer.
    public List<Group> groups() {
        return List.of(Group.values()).stream().filter(group -> group != Group.COMMANDS && !contacts.known(group).isEmpty()).toList();
    }

    public String title(Group group) {
        return texts.get("contacts." + group.name());
    }

    public String why(Group group) {
        return texts.get("contacts." + group.name() + ".why");
    }

    public List<String> known(Group group) {
        return contacts.known(group);
    }

    /// What stands beside the switch.
    public String words(Group group, String name) {
        return switch (group) {
            case SOURCE -> texts.get("contacts.source." + name);
            case CONTROL -> texts.get("contacts.host_ports", name,
                    contacts.ports(name).stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case RESOLVER -> texts.has("contacts.resolver." + name) ? texts.get("contacts.resolver." + name) : name;
            case PORTAL, TIME, CANARY -> name;
            case MAILBOX -> texts.get("contacts.mailbox");
            case COMMANDS -> texts.get("contacts.commands." + system);
        };
    }

    public boolean allowed(Group group, String name) {
        return contacts.allowed(group, name);
    }

    public void allow(Group group, String name, boolean on) {
        contacts.allow(group, name, on);
    }

    /// Beside a check-up of a mail account: what another thing that a person may ask for brings with it.
    public List<Contact> whenAsked() {
        String lists = Blocklists.builtIn().stream().map(Blocklist::name).collect(Collectors.joining(", "));
        return List.of(contact("domain"),
                new Contact(texts.get("contacts.blocklists", lists), texts.get("contacts.blocklists.why")), contact("website"));
    }

    /// What is read on this computer without any command; nothing is changed by it.
    public List<Contact> onThisComputer() {
        return List.of(contact("device"));
    }

    public void back() {
        way.back();
    }

    private Contact contact(String key) {
        return new Contact(texts.get("contacts." + key), texts.get("contacts." + key + ".why"));
    }
}
