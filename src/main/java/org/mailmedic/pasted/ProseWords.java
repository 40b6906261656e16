package org.mailmedic.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds hosts, ports and addresses among the words of prose.
public final class ProseWords {
    private static final int LONGEST = 253;
    /// Endings of files and of packages in code, which look like names of hosts.
    private static final Set<String> NO_ENDINGS = Set.of("php", "js", "ts", "py", "rb", "java", "cs", "html", "htm", "json", "xml", "log",
            "txt", "yml", "yaml", "conf", "cfg", "ini", "env",
            "exe", "dll", "jar", "go", "class", "bat", "cmd", "vbs", "toml", "sql", "service", "sock", "crt", "pem", "key", "bak", "lua",
            "css", "smtp", "mail", "mailsender", "transport", "exception", "error", "connect", "local",
            "internal");
    private static final Set<String> NO_BEGINNINGS = Set.of("com", "org", "net", "java", "javax", "jakarta", "sun", "io", "jdk", "system",
            "django", "node", "www", "e.g", "i.e");
    private static final String EDGES = "\"'`“”„‘’‚«»‹›<>()[]{},;.!?|*_";

    private ProseWords() {}

    /// A word of a line, without what surrounds it.
    ///
    /// @param before the character in front of it; a blank at the beginning
    /// @param start  where it begins in the line
    public record Word(String text, int start, char before) {
        public String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /// The words of a line: split at blanks, brackets, quotes, commas and at `=`; a scheme such as `ssl://` is left out.
    public static List<Word> of(String line) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && splits(line.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < line.length() && !splits(line.charAt(at))) {
                at++;
            }
            if (at > start) {
                add(line, start, at, words);
            }
        }
        return words;
    }

    private static void add(String line, int start, int end, List<Word> words) {
        int scheme = line.indexOf("://", start);
        int from = scheme >= 0 && scheme < end ? scheme + 3 : start;
        int to = end;
        while (to > from && EDGES.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from < to && EDGES.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        if (to > from) {
            words.add(new Word(line.substring(from, to), start, start == 0 ? ' ' : line.charAt(start - 1)));
        }
    }

    private static boolean splits(char c) {
        return switch (c) {
            case '"', '\'', '`', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '<', '>', '(', ')', '[', ']', '{', '}', ',',
                    ';', '|', '=', '\u00A0' -> true;
            default -> c <= ' ';
        };
    }

    /// `smtp.example.org` of `smtp.example.org:587`; an empty text when it is no name of a host.
    public static String host(String word) {
        String name = word.indexOf(':') > 0 && port(word) > 0 ? word.substring(0, word.lastIndexOf(':')) : word;
        while (name.endsWith(":") || name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        int dot = name.lastIndexOf('.');
        if (dot < 1 || name.length() > LONGEST || name.indexOf('@') >= 0 || name.indexOf('/') >= 0) {
            return "";
        }
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String beginning = name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
        boolean letters = ending.length() >= 2 && ending.chars().allMatch(Character::isLetter);
        boolean named = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')
                && name.indexOf("..") < 0;
        boolean camel = camel(name) || ending.equals("sh") && name.indexOf('.') == dot;
        boolean code = camel || NO_ENDINGS.contains(ending) || NO_BEGINNINGS.contains(beginning)
                || Character.isUpperCase(name.charAt(dot + 1)) && !name.equals(name.toUpperCase(Locale.ROOT));
        return letters && named && !code ? name : "";
    }

    /// `GetAddrInfo` is a name in a program.
    private static boolean camel(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /// The same where a label asks for a server: an address in figures and this very computer are hosts there as well.
    public static String server(String word) {
        String name = word.indexOf(':') > 0 && port(word) > 0 ? word.substring(0, word.lastIndexOf(':')) : word;
        return name.equals("localhost") || name.matches("\\d{1,3}(?:\\.\\d{1,3}){3}") ? name : host(word);
    }

    /// 587 of `smtp.example.org:587` or `192.0.2.1:587`, 0 when there is none.
    public static int port(String word) {
        int colon = word.lastIndexOf(':');
        return colon < 1 ? 0 : number(word.substring(colon + 1));
    }

    /// A port number, 0 when it is none.
    public static int number(String digits) {
        boolean plain = !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = plain ? Integer.parseInt(digits) : 0;
        return number <= 65535 ? number : 0;
    }
}
