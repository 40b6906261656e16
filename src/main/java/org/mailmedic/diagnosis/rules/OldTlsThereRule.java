package org.mailmedic.diagnosis.rules;

import java.util.Set;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.PairRule;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute;
import org.mailmedic.evidence.OffRoute.Php;

/// `app.config_error`: the server and this computer agree on an encryption, the server and the website's PHP do not.
final class OldTlsThereRule implements PairRule {
    private static final Set<Failure> NOTHING_IN_COMMON = Set.of(Failure.TLS_ALERT, Failure.TLS_NO_COMMON, Failure.TLS_BROKEN);

    @Override
    public Stream<Finding> examine(CaseFile here, CaseFile there) {
        boolean fine = Dialogue.of(here).handshake().filter(TlsHandshake::verified).isPresent();
        var php = there.all(OffRoute.PhpLook.class).flatMap(look -> look.outcome().seen().stream()).findFirst();
        return Dialogue.of(there).handshake()
                .filter(tls -> fine && tls.outcome().failure().filter(NOTHING_IN_COMMON::contains).isPresent())
                .stream().map(tls -> Finding.of(Code.APP_CONFIG_ERROR, 0.9, Facts.of("problem", "old_tls")
                        .and("version", php.map(Php::version).orElse("")).and("openssl", php.map(Php::openssl).orElse("")), tls)
                        .at(tls.stage()).fixedBy(Party.HOSTING));
    }
}
