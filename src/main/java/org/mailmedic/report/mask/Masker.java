package org.mailmedic.report.mask;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.CertificateText;
import org.mailmedic.report.json.ReportDigest;

/// Masks one document. Finds out first what there is to hide, then hides it in every text, so that the same thing looks the same
/// everywhere.
/// Not thread-safe.
public final class Masker {
    /// Values that are words of the contract or of certificates, and addresses that are known to be the server's.
    private static final Set<String> FIXED = Set.of("format", "created", "outcome", "code", "party", "kind", "stage", "status", "security",
            "unchecked", "symptom", "language", "role", "mode", "failure", "because", "type", "verb", "ended_at", "problems", "masked",
            "digest", "sha256", "serial", "not_before", "not_after", "cipher", "protocol", "java", "version");
    /// Where the server's, or the system's, own words stand.
    private static final Set<String> FOREIGN = Set.of("reply", "capabilities", "raw", "first_bytes", "body", "line", "transcript", "text",
            "rules", "words", "location", "machine", "sendmail_path", "ca_bundle", "trust_words", "faults");
    private static final List<String> EVERYBODY = List.of("", "localhost", "root", "admin", "administrator", "user", "nobody");

    private final Masking masking;
    private final OwnNames self;

    public Masker(Masking masking, OwnNames self) {
        this.masking = masking;
        this.self = self;
    }

    /// A masked copy without a digest, in which `masked` says what was found and hidden.
    public Map<String, Object> mask(Map<String, Object> document) {
        var masks = masks(document);
        var hit = EnumSet.noneOf(Masking.Kind.class);
        var masked = new LinkedHashMap<String, Object>();
        document.forEach((name, value) -> {
            if (!name.equals(ReportDigest.KEY)) {
                masked.put(name, FIXED.contains(name) ? value : any(value, FOREIGN.contains(name), masks, hit));
            }
        });
        var said = new TreeSet<String>();
        if (document.get("masked") instanceof List<?> before) {
            before.forEach(each -> said.add(String.valueOf(each)));
        }
        hit.forEach(kind -> said.add(kind.id()));
        masked.put("masked", List.copyOf(said));
        return masked;
    }

    private List<Mask> masks(Map<String, Object> document) {
        var settings = document.get("settings") instanceof Map<?, ?> map ? map : Map.of();
        String host = settings.get("host") instanceof String text ? text : "";
        var open = List.of(host);
        var people = new Pseudonyms();
        List<Mask> masks = new ArrayList<>();
        if (masking.has(Masking.Kind.FOLDERS)) {
            masks.add(new FolderMask(self.folders()));
        }
        if (masking.has(Masking.Kind.OWN_ADDRESSES)) {
            masks.add(new IpAddressMask(ownAddresses(document)));
        }
        if (masking.has(Masking.Kind.USER) && settings.get("user") instanceof String user && !user.isBlank()) {
            masks.add(new NameMask(Masking.Kind.USER, user, people, open));
        }
        if (masking.has(Masking.Kind.USER)) {
            LogUsers.in(document).forEach(name -> masks.add(new NameMask(Masking.Kind.USER, name, people, open)));
        }
        if (masking.has(Masking.Kind.ADDRESSES)) {
            masks.add(new MailAddressMask(people));
        }
        if (masking.has(Masking.Kind.COMPUTER) && tells(self.computer())) {
            masks.add(new NameMask(Masking.Kind.COMPUTER, self.computer(), new Pseudonyms(), open));
        }
        if (masking.has(Masking.Kind.FOLDERS) && tells(self.account())) {
            masks.add(new NameMask(Masking.Kind.FOLDERS, self.account(), new Pseudonyms(), open));
        }
        return masks;
    }

    private static boolean tells(String name) {
        return EVERYBODY.stream().noneMatch(name::equalsIgnoreCase);
    }

    private static Object any(Object value, boolean foreign, List<Mask> masks, Set<Masking.Kind> hit) {
        return switch (value) {
            case String text -> text(text, foreign, masks, hit);
            case List<?> items -> items.stream().map(item -> any(item, foreign, masks, hit)).toList();
            case Map<?, ?> entries -> {
                boolean line = entries.containsKey("at_ms") && entries.containsKey("line");
                var masked = new LinkedHashMap<String, Object>();
                entries.forEach((key, entry) -> {
                    String name = key.toString();
                    if (name.equals(CertificateText.DER)) {
                        // a whole certificate holds names in a form that no mask can reach
                        return;
                    }
                    if (name.equals("facts") && entry instanceof Map<?, ?> facts) {
                        masked.put(name, facts(facts, foreign, masks, hit));
                        return;
                    }
                    boolean fixed = FIXED.contains(name) && !(entry instanceof Map) || line && name.equals("from");
                    masked.put(name, fixed ? entry : any(entry, foreign || FOREIGN.contains(name), masks, hit));
                });
                yield masked;
            }
            case null, default -> value;
        };
    }

    /// What a verdict's sentences are made of: ids among it are words of ours.
    private static Map<String, Object> facts(Map<?, ?> facts, boolean foreign, List<Mask> masks, Set<Masking.Kind> hit) {
        var masked = new LinkedHashMap<String, Object>();
        facts.forEach((key, value) -> {
            String name = key.toString();
            masked.put(name, FactIds.NAMES.contains(name) ? value : any(value, foreign || FOREIGN.contains(name), masks, hit));
        });
        return masked;
    }

    private static String text(String text, boolean foreign, List<Mask> masks, Set<Masking.Kind> hit) {
        String masked = text;
        for (Mask mask : masks) {
            String after = mask.apply(masked, foreign);
            if (!after.equals(masked)) {
                hit.add(mask.kind());
                masked = after;
            }
        }
        return masked;
    }

    /// This computer's addresses: those it used, and whatever address a server names that is nobody else's.
    private static Set<InetAddress> ownAddresses(Map<String, Object> document) {
        var own = new HashSet<InetAddress>();
        var others = new HashSet<InetAddress>();
        for (Object each : document.get("evidence") instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> facts) {
                facts.forEach((name, value) -> {
                    switch (name.toString()) {
                        case "local" -> addresses(value).forEach(own::add);
                        case "reply", "capabilities", "raw" -> { }
                        default -> addresses(value).forEach(others::add);
                    }
                });
            }
        }
        addresses(document.get("settings")).forEach(others::add);
        own.removeAll(others);
        Stream.of(document.get("evidence"), document.get("transcript")).flatMap(Masker::addresses)
                .filter(address -> !others.contains(address))
                .forEach(own::add);
        own.removeIf(address -> address.isLoopbackAddress() || address.isAnyLocalAddress());
        return own;
    }

    private static Stream<InetAddress> addresses(@Nullable Object value) {
        return switch (value) {
            case String text -> IpAddressMask.in(text);
            case List<?> items -> items.stream().flatMap(Masker::addresses);
            case Map<?, ?> entries -> entries.values().stream().flatMap(Masker::addresses);
            case null, default -> Stream.empty();
        };
    }
}
