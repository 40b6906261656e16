package org.mailmedic.ui.page;

import java.util.ArrayList;
import java.util.List;
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
        options.controls().tcp().forEach(control ->
                contacts.add(new Contact(texts.get("contacts.host_port", control.host(), Integer.toString(control.port())),
                        texts.get("contacts.control.why"))));
        options.controls().http().forEach(control -> contacts.add(new Contact(control.url(), texts.get("contacts.portal.why"))));
        options.controls().time().forEach(control -> contacts.add(new Contact(control.url(), texts.get("contacts.time.why"))));
        options.controls().canaries().forEach(canary -> contacts.add(new Contact(canary, texts.get("contacts.canary.why"))));
        return List.copyOf(contacts);
    }

    public void back() {
        way.start();
    }

    private Contact contact(String key) {
        return new Contact(texts.get("contacts." + key), texts.get("contacts." + key + ".why"));
    }
}
