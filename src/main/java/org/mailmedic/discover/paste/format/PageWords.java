package org.mailmedic.discover.paste.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.pasted.ProseWords;
import org.mailmedic.pasted.Snippet;

/// The words that help pages, printers and programs' windows have beside their fields, in several languages, in lower case.
final class PageWords {
    static final List<String> OUTGOING = List.of("outgoing", "smtp", "postausgang", "ausgangsserver", "ausgehend", "sortant", "saliente",
            "salida", "in uscita", "uitgaand", "wychodz", "исходящ", "saída", "saida", "utgående", "送信", "envoi", "d'invio", "envio",
            "udgående", "lähtevä", "发送", "发件");
    static final List<String> INCOMING = List.of("incoming", "imap", "pop3", "pop server", "posteingang", "eingangsserver", "eingehend",
            "entrant", "entrante", "entrada", "in entrata", "in arrivo", "inkomend", "przychodz", "входящ", "inkommande", "受信",
            "recepción", "indgående", "收件");
    private static final List<String> USER = List.of("username", "user name", "user id", "userid", "login", "benutzername",
            "nom d'utilisateur", "nom d’utilisateur", "identifiant", "usuario", "usuário", "nome utente", "utente", "gebruikersnaam",
            "gebruiker", "nazwa użytkownika", "имя пользователя", "användarnamn", "account name", "account-name", "benutzerkennung",
            "benutzer", "anmeldename", "kontoname", "ユーザー名", "utilisateur", "utilizador", "nombre de cuenta", "nome de usuário",
            "inicio de sesión", "nom de connexion", "inlognaam", "nome di accesso", "auth user", "auth. user", "auth username",
                    "brugernavn", "user", "smtp id", "id smtp");
    /// What may be the sign-in name where an address stands behind it.
    private static final List<String> ACCOUNT = List.of("account", "compte", "konto", "cuenta", "conta", "credential", "zugangsdaten",
            "anmeldedaten", "identifiants", "credenziali", "credenciales", "credenciais");
    private static final List<String> PASSWORD = List.of("password", "passwort", "kennwort", "mot de passe", "contraseña", "senha",
            "wachtwoord", "hasło", "пароль", "lösenord", "パスワード", "parola d'ordine", "passcode", "palavra-passe", "adgangskode", "密码");
    /// Short words for it, which are ones only on their own at the end of a label, or at its beginning.
    private static final Set<String> PASSWORD_ENDS = Set.of("pass", "pw", "pwd", "psw", "passwd", "mdp", "clave", "kodeord", "salasana",
            "parola");
    private static final Set<String> PASSWORD_BEGINS = Set.of("pw", "pwd", "psw", "passwd", "mdp", "clave", "kodeord", "salasana",
            "parola");
    private static final List<String> PORT = List.of("port", "puerto", "porta", "poort", "порт", "ポート", "端口", "anschluss");
    private static final List<String> SECURITY = List.of("security", "secure", "encryption", "encrypted", "ssl", "tls", "verschlüsselung",
            "sicherheit", "chiffrement", "sécurité", "cryptage", "seguridad", "cifrado", "crittografia", "sicurezza", "segurança",
            "criptografia", "encriptación", "beveiliging", "versleuteling", "szyfrowanie", "zabezpiecz", "sichere verbindung", "protocol",
            "шифрован", "безопасн", "kryptering", "secure connection");
    private static final List<String> FROM = List.of("sender", "absender", "from", "expéditeur", "remitente", "mittente", "afzender",
            "remetente", "nadawc", "отправител", "avsändare", "von e-mail", "von email", "e-mail address", "email address",
                    "e-mail-adresse", "adresse e-mail",
            "adresse email", "dirección de correo", "dirección de e-mail", "dirección de email", "indirizzo email", "indirizzo e-mail",
                    "e-mailadres", "your email",
            "endereço de e-mail", "return address", "发件人", "mail address", "adresse électronique", "correo electrónico",
            "endereço eletrónico", "adres e-mail", "indirizzo di posta", "mailadresse");
    /// Labels of just these words stand for the person's own address.
    private static final Set<String> ADDRESSES = Set.of("email", "e-mail", "mail", "e-mailadresse", "courriel", "correo", "smtp email",
            "von", "de", "da", "van", "adresse", "dirección", "indirizzo", "endereço", "adres", "postfach");
    private static final List<String> HOST = List.of("server", "serveur", "servidor", "hostname", "host name", "host", "smarthost",
            "relay", "serwer", "сервер", "サーバー", "服务器", "palvelin");
    /// What a label with one of these is about lies beside the matter.
    private static final List<String> BESIDE = List.of("recipient", "an e-mail", "an email", "to email", "to address", "to:", "empfänger",
            "destinat", "reply",
            "antwort", "répon", "rispost", "answer", "test", "helo", "ehlo", "domain", "domaine", "dominio", "domínio", "domein",
            "sender name", "from name", "display name", "absendername", "anzeigename", "nom de l'expéditeur", "webmail", "certificate",
            "zertifikat", "cert", "timeout", "zeitüber", "filter", "priority", "pop ", "pop3", "imap", "proxy", "dns", "ldap", "ftp",
            "notification e-mail address", "friendly name", "subject", "betreff", "verify", "website", "web site", "before smtp",
            "suffix", "vor smtp", "database", "datenbank", "mysql", "caldav", "carddav", "ssh");
    /// A label with one of these is about a service of another kind, its password too.
    private static final List<String> OTHERS = List.of("cpanel", "whm", "plesk", "directadmin", "control panel",
            "pannello di controllo", "panel de control",
            "panneau de c", "painel de controle", "kundenbereich", "espace client", "area clienti", "controlepaneel",
            "ftp", "ssh", "mysql",
            "database", "datenbank", "ldap", "proxy",
            "wi-fi", "wlan", "admin panel", "kundenmenü", "base de données", "base de datos");
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_WORDS = 7;
    private static final int LONGEST_ADDITION = 3;

    /// What a label stands in front of.
    enum Label { HOST, PORT, SECURITY, USER, PASSWORD, FROM, BESIDE }

    private final List<String> user;
    private final List<String> password;
    private final List<String> port;
    private final List<String> security;
    private final List<String> from;
    private final List<String> beside;
    private final List<String> others;

    /// Only the words that may stand in the text at all are looked for.
    PageWords(Snippet snippet) {
        user = snippet.possible(USER);
        password = snippet.possible(PASSWORD);
        port = snippet.possible(PORT);
        security = snippet.possible(SECURITY);
        from = snippet.possible(FROM);
        beside = snippet.possible(BESIDE);
        others = snippet.possible(OTHERS);
    }

    static boolean namesAccount(String lower) {
        return first(lower, ACCOUNT) >= 0;
    }

    /// A line that says it is about mail itself.
    static boolean namesMail(String lower) {
        return lower.contains("mail") || lower.contains("postfach") || lower.contains("correo") || lower.contains("courriel");
    }

    /// Whether a line's label, or the line as a heading, is about a service of another kind.
    boolean ofOtherService(String lower) {
        String label = PageLine.label(lower).strip();
        return label.length() <= LONGEST_LABEL && label.split("\\s+").length <= MOST_WORDS && first(label, others) >= 0;
    }

    List<String> ports() {
        return port;
    }

    boolean namesSender(String lower) {
        return first(lower, from) >= 0;
    }

    boolean namesUser(String lower) {
        return first(lower, user) >= 0;
    }

    /// What the label of a line, in lower case, is for; empty when it has none.
    Optional<Label> ofLine(String lower) {
        return of(PageLine.label(lower));
    }

    /// What `label`, in lower case, is for; empty when it is no label of a field.
    Optional<Label> of(String label) {
        String bare = withoutRemark(label.strip());
        int words = bare.split("\\s+").length;
        boolean sentence = words > 3 && ".!?".indexOf(bare.isEmpty() ? ' ' : bare.charAt(bare.length() - 1)) >= 0;
        if (bare.isEmpty() || sentence || bare.length() > LONGEST_LABEL || words > MOST_WORDS || !speech(bare)) {
            return Optional.empty();
        }
        if (first(bare, others) >= 0) {
            return Optional.of(Label.BESIDE);
        }
        if (first(bare, password) >= 0 || shortPassword(bare)) {
            return Optional.of(Label.PASSWORD);
        }
        if (first(bare, beside) >= 0 || bare.equals("to") || bare.equals("pop")) {
            return Optional.of(Label.BESIDE);
        }
        boolean address = first(bare, from) >= 0 || ADDRESSES.contains(bare.replaceAll("[*: ]+$", "").replaceAll("^[* ]+", ""));
        if (first(bare, user) >= 0) {
            return Optional.of(Label.USER);
        }
        if (portLabel(bare)) {
            return Optional.of(Label.PORT);
        }
        if (address) {
            return Optional.of(Label.FROM);
        }
        if (first(bare, HOST) >= 0 && first(bare, security) < 0 || first(bare, OUTGOING) >= 0 && first(bare, security) < 0) {
            return Optional.of(Label.HOST);
        }
        return first(bare, security) >= 0 ? Optional.of(Label.SECURITY) : first(bare, HOST) >= 0 ? Optional.of(Label.HOST)
                : Optional.empty();
    }

    /// "ID SMTP (if the server asks for a sign-in)" without what explains it; a word or two in brackets belong to the label.
    private static String withoutRemark(String label) {
        int open = label.indexOf('(');
        boolean remark = open > 0 && label.endsWith(")") && label.substring(open).split("\\s+").length > LONGEST_ADDITION;
        return remark ? label.substring(0, open).strip() : label;
    }

    /// "SMTP PW", "clave", "mdp (smtp)", but not "pass through".
    private static boolean shortPassword(String label) {
        int end = label.length();
        while (end > 0 && !Character.isLetter(label.charAt(end - 1))) {
            end--;
        }
        int last = end;
        while (last > 0 && Character.isLetter(label.charAt(last - 1))) {
            last--;
        }
        int first = 0;
        while (first < end && Character.isLetter(label.charAt(first))) {
            first++;
        }
        boolean named = PASSWORD_ENDS.contains(label.substring(last, end)) || PASSWORD_BEGINS.contains(label.substring(0, first));
        // a line that tells a server as well is more than a label
        return named && ProseWords.of(label).stream().allMatch(word -> ProseWords.host(word.text()).isEmpty());
    }

    /// "Port", "SMTP-Port-Nummer", "Server port", but not "Report".
    private boolean portLabel(String label) {
        for (String word : port) {
            int at = label.indexOf(word);
            while (at >= 0) {
                boolean begins = at == 0 || !Character.isLetter(label.charAt(at - 1)) || label.startsWith("smtp", at - 4)
                        || label.startsWith("server", at - 6);
                int end = at + word.length();
                boolean ends = end == label.length() || !Character.isLetter(label.charAt(end)) || label.startsWith("nummer", end)
                        || label.startsWith("nr", end);
                if (begins && ends) {
                    return true;
                }
                at = label.indexOf(word, at + 1);
            }
        }
        return false;
    }

    /// A label is said in words. Behind code that happens to hold the word, the next colon belongs to something else, which may be a
    /// password.
    static boolean speech(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean apostrophe = (c == '\'' || c == '’') && i > 0 && i + 1 < label.length() && Character.isLetter(label.charAt(i - 1))
                    && Character.isLetter(label.charAt(i + 1));
            if ("\";@{}<>$\\&#_`%=".indexOf(c) >= 0 || c == '\'' && !apostrophe) {
                return false;
            }
        }
        return true;
    }

    static int first(String lower, List<String> words) {
        int first = -1;
        for (String word : words) {
            int at = lower.indexOf(word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
