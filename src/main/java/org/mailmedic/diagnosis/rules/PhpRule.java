package org.mailmedic.diagnosis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailmedic.diagnosis.Code;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.diagnosis.Party;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Dialogue;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.TlsHandshake;
import org.mailmedic.evidence.OffRoute.Php;
import org.mailmedic.evidence.OffRoute.PhpLook;
import org.mailmedic.plan.Mode;
import org.mailmedic.plan.Stage;
import org.mailmedic.settings.Security;

/// `app.config_error`, where the website's own PHP is at fault: its functions for the network are switched off, it has no TLS, or it does
/// not know the authority behind a certificate that is fine. Functions that are off while others do are a warning.
final class PhpRule implements Rule {
    private static final String SHELL = "shell";
    private static final List<String> USUAL = List.of("stream_socket_client", "fsockopen", "stream_socket_enable_crypto");

    @Override
    public Stream<Finding> examine(CaseFile file) {
        return file.all(PhpLook.class).flatMap(look -> look.outcome().seen().stream().flatMap(php -> examine(file, look, php).stream()));
    }

    private static Optional<Finding> examine(CaseFile file, PhpLook look, Php php) {
        Facts facts = Facts.of("version", php.version()).and("functions", String.join(", ", php.functionsOff()))
                .and("bundle", php.bundle()).and("bundleDate", php.bundleDated());
        boolean shell = php.form().equals(SHELL);
        if (php.ways().isEmpty()) {
            return Optional.of(Finding.of(Code.APP_CONFIG_ERROR, 0.96, facts.and("problem", shell ? "no_tools" : "functions_off"), look)
                    .fixedBy(Party.HOSTING));
        }
        boolean encrypts = file.settings().security() != Security.NONE && (file.settings().security() != Security.AUTO
                || file.plan().mode() == Mode.IMPLICIT_TLS || Dialogue.of(file).offers().filter(c -> c.offers("STARTTLS")).isPresent());
        boolean crypto = !php.functionsOff().contains("stream_socket_enable_crypto");
        if (!shell && encrypts && (php.openssl().isEmpty() || !crypto && !php.way().equals("curl"))) {
            return Optional.of(Finding.of(Code.APP_CONFIG_ERROR, 0.95, facts.and("problem", php.openssl().isEmpty() ? "no_openssl"
                    : "functions_off"), look).at(Stage.ENCRYPT).fixedBy(Party.HOSTING));
        }
        Optional<TlsHandshake> proven = Dialogue.of(file).handshake().filter(TlsHandshake::verified);
        if (!shell && proven.isPresent() && php.trusts().filter(trusts -> !trusts).isPresent()) {
            return Optional.of(Finding.of(Code.APP_CONFIG_ERROR, 0.92, facts.and("problem", "old_bundle").and("words", php.trustWords()),
                    Stream.of(look, proven.get())).at(Stage.ENCRYPT).fixedBy(Party.HOSTING));
        }
        boolean lame = php.functionsOff().stream().anyMatch(USUAL::contains);
        return lame ? Optional.of(Finding.of(Code.APP_CONFIG_ERROR, 0.7, facts.and("problem", "some_off").and("way", php.way()), look)
                .fixedBy(Party.HOSTING).asWarning()) : Optional.empty();
    }
}
