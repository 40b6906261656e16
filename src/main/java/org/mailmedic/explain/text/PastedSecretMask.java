package org.mailmedic.explain.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is secret in a pasted text, so that none of it gets into what is shown: sign-ins of a recorded dialogue, passwords behind a
/// word for one, tokens in addresses, keys of sending services, private keys.
public final class PastedSecretMask {
    public static final String DOTS = "••••";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\bAUTH (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|NTLM|CRAM-MD5|SCRAM-[A-Z0-9-]{3,20}) (?<secret>[A-Za-z0-9+/=]{8,"
                    + "4000})", Pattern.CASE_INSENSITIVE),
            Pattern.compile("334 (?:UGFzc3dvcmQ6|VXNlcm5hbWU6|)[^\\n]{0,8}\\n[^\\n]{0,60}?(?<secret>[A-Za-z0-9+/]{6,400}={0,2})\\s*(?="
                    + "\\n|$)"),
            Pattern.compile("(?:pass(?:word|wd|phrase|wort)?|kennwort|mot de passe|contrase[nñ]a|senha|pwd|secret|api[_-]?key|apikey|acc"
                    + "ess[_-]?token|auth[_-]?token|token|credential)s?['\"]?\\s{0,3}(?:[:=]|=>|is\\b|:=)\\s{0,3}['\"]?(?<secret>[^\\s'"
                    + "\"<>,;]{4,400})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{1,200}:(?<secret>[^\\s/@]{1,200})@", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[?&](?:token|key|sig|signature|code|access_token|api_key|auth|k|plt)=(?<secret>[A-Za-z0-9%._~+/-]{8,1000})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bBearer (?<secret>[A-Za-z0-9._~+/=-]{8,4000})", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<secret>\\b(?:SG\\.[A-Za-z0-9_-]{16,80}\\.[A-Za-z0-9_-]{16,80}|xkeysib-[a-f0-9]{20,80}-?\\w{0,40}|key-[0-"
                    + "9a-f]{32}|re_[A-Za-z0-9_]{16,60}|AKIA[0-9A-Z]{16}|ya29\\.[A-Za-z0-9_-]{20,600}|eyJ[A-Za-z0-9_-]{16,2000}\\.[A-Za-"
                    + "z0-9_-]{16,2000}\\.[A-Za-z0-9_-]{8,1000}))"),
            Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<secret>[A-Za-z0-9+/=\\s]{16,8000})"));
    private static final Pattern CLIENT_LINE = Pattern.compile("^(?:.{0,60}(?:CLIENT -> SERVER|SMTP OUTBOUND|\\bC|\\[->\\]|->|>>>|~>)[:>"
            + "\\s]{1,4})(?<secret>[A-Za-z0-9+/]{8,400}={0,2})\\s*$", Pattern.MULTILINE);
    private static final int LONGEST = 256 * 1024;
    private static final int MOST = 400;

    private final Map<String, Boolean> secrets = new LinkedHashMap<>();
    private final List<int[]> places = new ArrayList<>();

    /// @param text of which the first 256 KB are looked at
    public PastedSecretMask(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        FORMS.forEach(form -> look(form.matcher(bounded)));
        look(CLIENT_LINE.matcher(bounded));
    }

    private void look(Matcher form) {
        while (secrets.size() < MOST && form.find()) {
            String secret = form.group("secret");
            if (!placeholder(secret)) {
                places.add(new int[] {form.start("secret"), form.end("secret")});
                secrets.put(secret, true);
                inside(secret);
            }
        }
    }

    private static boolean placeholder(String secret) {
        return secret.chars().allMatch(c -> c == '*' || c == '•' || c == 'x' || c == 'X' || c == '.')
                || secret.matches("(?i)(?:incorrect|invalid|wrong|required|not|true|false|null|none|yes|no|bool\\(.*|\\$\\{?\\w+\\}?|exp"
                + "ired|missing|failed|command|rejected|revoked|supplied|was|has)\\W*");
    }

    /// The password of `AUTH PLAIN` and `LOGIN`, which may stand elsewhere in the clear.
    private void inside(String secret) {
        try {
            String plain = new String(Base64.getDecoder().decode(secret), StandardCharsets.UTF_8);
            String last = plain.substring(plain.lastIndexOf('\0') + 1);
            if (last.length() >= 4 && last.chars().allMatch(c -> c >= ' ' && c != 0xFFFD) && !last.contains(":") && !last.contains("@")) {
                secrets.putIfAbsent(last, true);
            }
        } catch (IllegalArgumentException noBase64) {
            // then it is as it stands
        }
    }

    /// Where they stand in the text, from and to.
    public List<int[]> places() {
        return places;
    }

    /// The same words with dots in place of every secret, and of what is its beginning where the words were cut.
    public String masked(String words) {
        String masked = words;
        for (String secret : secrets.keySet().stream().sorted((one, other) -> Integer.compare(other.length(), one.length())).toList()) {
            masked = masked.replace(secret, DOTS);
            int most = Math.min(secret.length() - 1, masked.length());
            for (int length = most; length >= 6; length--) {
                if (masked.endsWith(secret.substring(0, length))) {
                    masked = masked.substring(0, masked.length() - length) + DOTS;
                    break;
                }
            }
        }
        return masked;
    }
}
