package org.mailmedic.report.mask;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Masks this computer's own addresses: `203.0.113.9` becomes `203.0.•.•`, and the name that a server found for it loses its first part,
/// which often spells the address out.
final class IpAddressMask implements Mask {
    /// What may be an address; whether it is one is asked afterwards.
    private static final Pattern LITERAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:\\.\\d{1,3}){0,3})"
            + "(?![\\p{L}\\p{N}:]|\\.\\d)");
    /// `host.example [203.0.113.9]`, as servers write it in greetings and refusals.
    private static final Pattern NAMED = Pattern.compile(
            "([\\p{L}\\p{N}-]{1,63})((?:\\.[\\p{L}\\p{N}-]{1,63}){2,20}\\s*[\\[(])(?=([0-9a-fA-F:.]{2,45})[\\])])");

    private final Set<InetAddress> own;
    private final Pseudonyms masks = new Pseudonyms();

    IpAddressMask(Set<InetAddress> own) {
        this.own = Set.copyOf(own);
    }

    @Override
    public Masking.Kind kind() {
        return Masking.Kind.OWN_ADDRESSES;
    }

    @Override
    public String apply(String text, boolean foreign) {
        if (own.isEmpty()) {
            return text;
        }
        String named = NAMED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                address(found.group(3)).filter(own::contains).isPresent() ? Pseudonyms.DOTS + found.group(2) : found.group()));
        return LITERAL.matcher(named).replaceAll(found -> Matcher.quoteReplacement(
                address(found.group()).filter(own::contains).map(this::mask).orElse(found.group())));
    }

    /// Every address that stands in `text`, in any way of writing it.
    static Stream<InetAddress> in(String text) {
        return LITERAL.matcher(text).results().flatMap(found -> address(found.group()).stream());
    }

    /// The address that is written; no name is looked up.
    static Optional<InetAddress> address(String literal) {
        try {
            int zone = literal.indexOf('%');
            return Optional.of(InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private String mask(InetAddress address) {
        String full = address.getHostAddress();
        if (address instanceof Inet4Address) {
            return masks.of(full, full.substring(0, full.indexOf('.', full.indexOf('.') + 1)) + ".•.•");
        }
        return masks.of(full, full.substring(0, full.indexOf(':', full.indexOf(':') + 1)) + ":•");
    }
}
