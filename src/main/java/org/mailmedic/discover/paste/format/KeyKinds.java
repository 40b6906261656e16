package org.mailmedic.discover.paste.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.pasted.Snippet;

/// What `message.send.backend.type = "smtp"` says of all keys that begin in the same way.
final class KeyKinds {
    private static final String TYPE = ".type";
    private static final String SENDING = "smtp";
    private static final Set<String> RECEIVING = Set.of("imap", "pop3", "pop");

    /// By the common beginning.
    private final Map<String, String> kinds = new HashMap<>();

    KeyKinds(Snippet snippet) {
        snippet.name("type").stream().filter(pair -> pair.key().endsWith(TYPE))
                .filter(pair -> pair.value().equals(SENDING) || RECEIVING.contains(pair.value()))
                .forEach(pair -> kinds.putIfAbsent(pair.key().substring(0, pair.key().length() - TYPE.length()), pair.value()));
    }

    /// Whether the key is about fetching mail.
    boolean receiving(String key) {
        return RECEIVING.contains(kinds.getOrDefault(beginning(key), ""));
    }

    /// What follows the common beginning, where the key is about sending.
    Optional<String> sending(String key) {
        String beginning = beginning(key);
        return kinds.getOrDefault(beginning, "").equals(SENDING) ? Optional.of(key.substring(beginning.length() + 1)) : Optional.empty();
    }

    /// The longest beginning that has a kind; empty where none has.
    private String beginning(String key) {
        int dot = kinds.isEmpty() ? -1 : key.lastIndexOf('.');
        while (dot > 0 && !kinds.containsKey(key.substring(0, dot))) {
            dot = key.lastIndexOf('.', dot - 1);
        }
        return dot > 0 ? key.substring(0, dot) : "";
    }
}
