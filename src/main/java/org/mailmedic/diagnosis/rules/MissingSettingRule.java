package org.mailmedic.diagnosis.rules;

import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Secret;

/// `settings.missing`: no host, or a needed value is empty. Each empty value is told.
final class MissingSettingRule implements Rule {
    @Override
    public Stream<Finding> examine(CaseFile file) {
        var settings = file.settings();
        boolean noHost = HostName.read(settings.host()) instanceof HostName.Slip(var kind, var _, var _) && kind == HostName.Kind.EMPTY;
        Stream<String> login = settings.login().secret().stream()
                .flatMap(secret -> missing(file, settings.login().userName().orElse(""), secret));
        Stream<String> recipient = settings.send() && settings.to().isEmpty() ? Stream.of("recipient") : Stream.empty();
        return Stream.of(noHost ? Stream.of("host") : Stream.<String>empty(), login, recipient).flatMap(s -> s)
                .map(what -> Finding.of(Code.SETTINGS_MISSING, 1, Facts.of("missing", what)));
    }

    private static Stream<String> missing(CaseFile file, String user, Secret secret) {
        // A secret that was sent was there, even if it has been wiped since.
        boolean wasSent = file.all(Evidence.SignIn.class).anyMatch(s -> !(s.outcome() instanceof Outcome.Skipped<?>));
        return Stream.of(user.isBlank() ? "user" : "", secret.isEmpty() && !wasSent ? "password" : "").filter(what -> !what.isEmpty());
    }
}
