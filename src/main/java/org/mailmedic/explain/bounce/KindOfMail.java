package org.mailmedic.explain.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mailmedic.explain.bounce.ReturnedMail.DeliveryStatus;
import org.mailmedic.explain.bounce.ReturnedMail.Kind;

/// Tells by its headers what a mail is: one that tells what became of another, one that a program has answered with, or a letter.
final class KindOfMail {
    private static final Pattern DAEMON = Pattern.compile("(?i)mailer-daemon|postmaster|mail delivery|mail.?system|bounce|^\\s*<>|MDaemo"
            + "n|system administrator|mdaemon|daemon@|maildelivery|mailadmin|noreply.?@.*delivery");
    private static final Pattern FAILURE_SUBJECT = Pattern.compile(
            "(?i)undeliver|not delivered|delivery (?:status|failure|failed|problem|error|notification|has failed|unsuccessful)"
            + "|returned (?:mail|to sender)|failure notice|mail (?:failure|error|delivery|system error)|could ?n.t be delivered"
            + "|non.?remis|nicht zugestellt|unzustellbar|delayed|returning message|mail system error|rejected|warning: (?:message"
            + "|could)|failed|未送达|退信|配信|エラー|недостав|не доставлен|не может быть|no se (?:pudo|ha podido) entreg|mancata consegna"
            + "|n[ãa]o entreg|niedostarczon|Zustellung .{0,20}(?:fehlgeschlagen|verz[öo]gert)|mancato recapito|onbestelbaar"
            + "|niet bezorgd|falha na entrega|mensaje no entregado|[ée]chec (?:de|d.) ?(?:remise|envoi|distribution)|zwrot wiadomo"
            + "|nie została dostarczon");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile("(?i)^(?:re: ?|aw: ?)?(?:auto(?:matic|mated|matische|matisch)?[ -]?"
            + "(?:re(?:ply|sponse|sponder)|antwort|answer|:)|out of (?:the )?office|abwesen\\w*|vacation|(?:i am |i'm )?away|on (?:holid"
            + "ay|vacation|leave)|absence|r[ée]ponse automatique|respuesta autom|risposta automatica|resposta autom|自動返信|自动回复|автоответ|"
            + "afwezig|fuera de|read(?: receipt)?:|gelesen:|not read:|received:|delivered:)");

    private KindOfMail() {}

    /// @param from,subject decoded
    static Kind of(Map<String, String> headers, String from, String subject, List<DeliveryStatus> statuses) {
        if (!statuses.isEmpty()) {
            return statuses.stream().anyMatch(DeliveryStatus::unhappy) ? Kind.BOUNCE : Kind.DELIVERED;
        }
        boolean daemon = DAEMON.matcher(from + " " + headers.getOrDefault("return-path", "")).find();
        boolean failure = FAILURE_SUBJECT.matcher(subject).find() || headers.containsKey("x-failed-recipients")
                || headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).contains("delivery-status");
        if (AUTOMATIC_SUBJECT.matcher(subject).find() && !failure) {
            return Kind.AUTOMATIC;
        }
        if (daemon || failure) {
            return Kind.BOUNCE;
        }
        String submitted = headers.getOrDefault("auto-submitted", "").toLowerCase(Locale.ROOT);
        boolean automatic = submitted.startsWith("auto-replied") || headers.containsKey("x-autoreply")
                || headers.containsKey("x-autorespond")
                || headers.containsKey("x-auto-response-suppress") && submitted.startsWith("auto") || headers.getOrDefault("precedence",
                        "").toLowerCase(Locale.ROOT).contains("auto_reply");
        return automatic ? Kind.AUTOMATIC : Kind.LETTER;
    }
}
