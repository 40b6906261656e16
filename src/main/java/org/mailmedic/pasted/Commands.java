package org.mailmedic.pasted;

import java.util.List;
import java.util.Set;
import org.mailmedic.pasted.Token.Pair;

/// Commands that set one value of a program: `bin/magento config:set system/smtp/host smtp.example.org`, `occ config:system:set
/// mail_smtphost
/// --value="smtp.example.org"`, `git config sendemail.smtpServer smtp.example.org`.
final class Commands {
    private static final Set<String> SETTING = Set.of("config:set", "config:system:set", "config:app:set", "set", "setx", "config",
            "config-set",
            "update", "ENV", "setenv", "#define", "option");

    private Commands() {}

    private static final String SET_TO = " set to ";

    static void into(List<Pair> pairs, Snippet.Line line) {
        if (told(pairs, line)) {
            return;
        }
        List<String> words = ShellWords.of(line.text());
        // the settings of a device's menu are further in than its name
        String bare = line.text().stripLeading();
        boolean menu = bare.startsWith("option ") || bare.length() < line.text().length() && bare.startsWith("set ");
        boolean setting = false;
        String key = "";
        boolean told = false;
        for (String word : words) {
            if (key.isEmpty() && word.startsWith("--name=")) {
                key = word.substring("--name=".length());
            } else if (key.isEmpty()) {
                key = setting && (keyLike(word) || menu && plain(word)) ? word : "";
                setting |= SETTING.contains(word);
            } else if (word.startsWith("--value=") || word.startsWith("--set=")) {
                pairs.add(new Pair(key, word.substring(word.indexOf('=') + 1), true, line.number()));
                return;
            } else if (word.equals("=") || word.equals(":=")) {
                // an assignment, which the scanner reads
                return;
            } else if (word.equals("to")) {
                told = true;
            } else if (!word.startsWith("-")) {
                pairs.add(new Pair(key, told && word.endsWith(".") ? word.substring(0, word.length() - 1) : word, true, line.number()));
                return;
            }
        }
    }

    /// `SMTP_HOST set to "smtp.example.org"`, as people tell what they did. What several words without quotes say is no value.
    private static boolean told(List<Pair> pairs, Snippet.Line line) {
        int at = line.text().indexOf(SET_TO);
        String before = at < 0 ? "" : line.text().substring(0, at).strip();
        String key = before.endsWith(" is") ? before.substring(0, before.length() - 3).strip() : before;
        if (key.isEmpty() || !TableRows.keyLike(key)) {
            return false;
        }
        String behind = line.text().substring(at + SET_TO.length()).strip();
        boolean quoted = behind.startsWith("\"") || behind.startsWith("'");
        List<String> words = ShellWords.of(behind);
        if (quoted && !words.isEmpty() || words.size() == 1) {
            pairs.add(new Pair(key, words.getFirst(), quoted, line.number()));
        }
        return true;
    }

    private static boolean plain(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> Character.isLetter(c) || c == '-');
    }

    private static boolean keyLike(String word) {
        return TableRows.keyLike(word.replace('.', '_')) && word.indexOf('=') < 0;
    }
}
