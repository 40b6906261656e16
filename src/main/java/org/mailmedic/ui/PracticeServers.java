package org.mailmedic.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.plan.Options;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Fault;
import org.mailmedic.practice.fault.Faults;
import org.mailmedic.practice.fault.Need;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.ui.page.Errand;
import org.mailmedic.ui.page.PracticeGround;

/// The built-in practice servers, each with the errand that finds its fault. Nothing but the server itself is contacted.
final class PracticeServers implements PracticeGround {
    private static final EmailAddress RECIPIENT = new EmailAddress("somebody", "practice.test");
    @Override
    public List<String> faults() {
        return Faults.all().stream().map(Fault::name).toList();
    }

    @Override
    public String stage(String name) {
        return Faults.find(name).filter(fault -> !fault.harmless()).map(Fault::stage).orElse("");
    }

    @Override
    public Stand open(String name) throws IOException {
        Fault fault = Faults.find(name).orElseThrow(() -> new IOException("no such fault: " + name));
        PracticeServer server = PracticeServer.start(fault);
        try {
            Path authority = Files.createTempFile("mailmedic-practice", ".pem");
            authority.toFile().deleteOnExit();
            Files.writeString(authority, server.authorityPem());
            return new Running(server, authority, new Errand(settings(fault, server), Options.usual().withTrust(authority), true));
        } catch (IOException notWritten) {
            server.close();
            throw notWritten;
        }
    }

    private static Settings settings(Fault fault, PracticeServer server) {
        PracticeOptions account = server.options();
        Security security = Security.of(server.security()).orElse(Security.AUTO);
        boolean send = fault.needs().contains(Need.SEND);
        boolean recipient = send || fault.needs().contains(Need.RECIPIENT);
        boolean sender = recipient || fault.needs().contains(Need.SENDER);
        return new Settings(server.host(), OptionalInt.of(server.port()), security, login(fault, account), Optional.empty(),
                sender ? EmailAddress.parse(account.user()) : Optional.empty(), recipient ? Optional.of(RECIPIENT) : Optional.empty(),
                        Symptom.MAIL_PROGRAM, send, false);
    }

    private static Login login(Fault fault, PracticeOptions account) {
        if (fault.needs().contains(Need.TOKEN)) {
            return new Login.AccessToken(account.user(), Secret.of(account.token()));
        }
        return fault.needs().contains(Need.PASSWORD)
                ? new Login.Password(account.user(), Secret.of(account.password())) : new Login.None();
    }

    private record Running(PracticeServer server, Path authority, Errand errand) implements Stand {
        @Override
        public void close() {
            server.close();
            errand.wipe();
            try {
                Files.deleteIfExists(authority);
            } catch (IOException busy) {
                authority.toFile().deleteOnExit();
            }
        }
    }
}
