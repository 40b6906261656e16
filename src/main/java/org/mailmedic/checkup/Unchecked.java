package org.mailmedic.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Diagnosis;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.EnvelopeReply;
import org.mailmedic.evidence.Evidence.Hello;
import org.mailmedic.evidence.Evidence.Part;
import org.mailmedic.evidence.Reply;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.Login;

/// What was left out because a user name was given and no password: the person signs in, but not here. A server that offers a sign-in
/// is not asked for more then, since whatever it said to a stranger would tell nothing about the person's mail.
final class Unchecked {
    private final ReplyReader replies = new ReplyReader();

    /// Whether the person signs in somewhere else, and a server with such offers is to be asked for nothing more.
    static boolean signsInElsewhere(CaseFile file) {
        return file.settings().login() instanceof Login.NameOnly(var user) && !user.isBlank();
    }

    /// The stages, in the order mail travels.
    List<Stage> in(CaseFile file, Diagnosis diagnosis) {
        if (!signsInElsewhere(file)) {
            return List.of();
        }
        List<Stage> unchecked = new ArrayList<>(List.of(Stage.SIGN_IN));
        if (offersSignIn(file)) {
            Stream.of(Stage.SENDER, Stage.RECIPIENT, Stage.MESSAGE).filter(file.plan().asked()::contains)
                    .filter(stage -> file.evidence().stream().noneMatch(e -> e.stage() == stage)).forEach(unchecked::add);
            return unchecked;
        }
        for (Part part : List.of(Part.SENDER, Part.RECIPIENT)) {
            boolean asksForSignIn = file.target(EnvelopeReply.class, e -> e.part() == part)
                    .filter(e -> e.outcome().seen().map(this::asksForSignIn).orElse(false))
                    .filter(e -> diagnosis.diagnoses().stream().noneMatch(finding -> finding.because().contains(e.id()))).isPresent();
            if (asksForSignIn) {
                Stage stage = part == Part.SENDER ? Stage.SENDER : Stage.RECIPIENT;
                Stream.of(Stage.SENDER, Stage.RECIPIENT, Stage.MESSAGE).filter(later -> later.compareTo(stage) >= 0)
                        .filter(file.plan().asked()::contains).forEach(unchecked::add);
                return unchecked;
            }
        }
        return unchecked;
    }

    private boolean asksForSignIn(Reply reply) {
        return replies.read(reply, Stage.SENDER).filter(reading -> reading.code() == Code.AUTH_REQUIRED).isPresent();
    }

    private static boolean offersSignIn(CaseFile file) {
        return file.target(Hello.class).flatMap(hello -> hello.outcome().seen())
                .filter(offers -> offers.reply().positive() && offers.offers("AUTH")).isPresent();
    }
}
