package org.mailmedic.cli;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that a secret can look like in an output. Computed here, without a line of the program's own code.
final class SecretForms {
    private final String user;
    private final String secret;

    SecretForms(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /// Each of them gives the secret away to whoever finds it.
    Set<String> all() {
        Set<String> forms = new LinkedHashSet<>();
        for (String each : List.of(secret, Normalizer.normalize(secret, Normalizer.Form.NFKC), Normalizer.normalize(secret,
                Normalizer.Form.NFD))) {
            byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
            forms.add(each);
            forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
            hex(bytes).forEach(forms::add);
            percent(each).forEach(forms::add);
            escaped(each).forEach(forms::add);
            forms.addAll(alignments(bytes));
        }
        for (String response : responses()) {
            forms.add(base64(response.getBytes(StandardCharsets.UTF_8)));
        }
        return forms;
    }

    /// What is said to the server in clear, before its base64.
    List<String> responses() {
        return List.of(secret, "\0" + user + "\0" + secret, user + "\0" + user + "\0" + secret, "user=" + user + "\1auth=Bearer " + secret
                + "\1\1");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static List<String> hex(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        String spaced = HexFormat.ofDelimiter(" ").formatHex(bytes);
        return List.of(hex, hex.toUpperCase(Locale.ROOT), spaced, HexFormat.ofDelimiter(":").formatHex(bytes),
                spaced.toUpperCase(Locale.ROOT));
    }

    /// Percent signs for all bytes, and for those only that need it (RFC 3986 §2.1).
    static List<String> percent(String text) {
        var every = new StringBuilder();
        var needed = new StringBuilder();
        var small = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String coded = String.format("%%%02X", b & 0xff);
            every.append(coded);
            boolean plain = (b & 0x80) == 0 && Character.isLetterOrDigit(b);
            needed.append(plain ? String.valueOf((char) b) : coded);
            small.append(plain ? String.valueOf((char) b) : coded.toLowerCase(Locale.ROOT));
        }
        return List.of(every.toString(), needed.toString(), small.toString());
    }

    /// As in the strings of JSON and of many languages.
    static List<String> escaped(String text) {
        String simple = text.replace("\\", "\\\\").replace("\"", "\\\"");
        String ascii = simple.chars().mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
        String upper = simple.chars().mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04X", c))
                .collect(Collectors.joining());
        String all = text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
        return List.of(simple, ascii, upper, all);
    }

    /// The part of its base64 that does not depend on what stands before and after, for each of the three alignments.
    static List<String> alignments(byte[] bytes) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            Arrays.fill(shifted, (byte) 'x');
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String core = encoded.substring(before == 0 ? 0 : before + 1, shifted.length * 8 / 6);
            forms.add(core);
            forms.add(core.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
