package org.mailmedic.explain.reply;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailmedic.plan.Stage;

/// Words by which programs say at which step of the dialogue a reply came.
final class StageCues {
    private record Cue(Stage stage, Pattern words) {
        static Cue of(Stage stage, String words) {
            return new Cue(stage, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    /// In the order in which they are asked.
    private static final List<Cue> CUES = List.of(
            Cue.of(Stage.MESSAGE, "end of (?:data|message|\\.)|in reply to (?:end of )?DATA|after (?:end of data|DATA|pipelined (?:end o"
                    + "f )?DATA)|\\bDATA command|>>> ?(?:DATA|\\.)|data not accepted"
                    + "|SMTPDataError|code: 'EMESSAGE'|Message failed:|did not like our (?:DATA|EOM)|\\bEOM\\b|\\(in reply to DATA|SMTPM"
                    + "essage|\\[DATA\\]|(?:CLIENT -> SERVER|C|\\[->\\]): ?(?:DATA|\\.)$"),
            Cue.of(Stage.RECIPIENT, "RCPT[ _]?TO|\\bRCPT\\b|recipients? (?:were|was) (?:rejected|refused)|SMTPRecipientsRefused|recipien"
                    + "ts failed|SMTPAddressFailedException|ssmtp_rcpt|RCPT from"
                    + "|code: 'EENVELOPE'|Recipient command failed|recipient address (?:rejected|\\S{1,320} not accepted)"),
            Cue.of(Stage.SENDER, "MAIL[ _]?FROM(?!:.{0,200}RCPT)|SMTPSenderRefused|SMTPSendFailedException|MAIL command|MAIL failed|enve"
                    + "lope from address|Mail"
                    + " (?:from )?c"
                    + "ommand failed|From address failed|sender (?:was )?(?:rejected|refused|denied)"
                    + "|SMTPSenderFailedException|Mail from command"),
            Cue.of(Stage.SIGN_IN, "Invalid login|SMTPAuthenticationError|auth_(?:plain|login|cram_md5|xoauth2)|authenticat|EAUTH|\\bAUTH"
                    + "\\b|Password command|SASL|MailAuthentication|AuthenticationFailed|Authorization failed"
                    + "|check_auth_response|sign-?in|log-?in to server|log ?on"),
            Cue.of(Stage.ENCRYPT, "STARTTLS(?! command first)"),
            Cue.of(Stage.HELLO, "\\b(?:EHLO|HELO|LHLO)\\b(?! command rejected| argument)|SMTPHeloError"),
            Cue.of(Stage.GREETING, "initial connection|Invalid greeting|server greeting|SMTPConnectError|refused to talk to me|while tal"
                    + "king to|connect(?:ed)? to \\S{1,120} but (?:greeting|connection)|but greeting failed"
                    + "|greeting (?:failed|rejected)|code: 'EPROTOCOL'"));

    private StageCues() {}

    /// Of several, the one that is named last.
    static Optional<Stage> in(String words) {
        Optional<Stage> last = Optional.empty();
        int end = -1;
        for (Cue cue : CUES) {
            var matcher = cue.words().matcher(words);
            while (matcher.find()) {
                if (matcher.end() > end) {
                    end = matcher.end();
                    last = Optional.of(cue.stage());
                }
            }
        }
        return last;
    }
}
