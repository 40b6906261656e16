package org.mailmedic.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.net.Network;
import org.mailmedic.plan.Options;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Need;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// Whole check-ups for tests: the usual one ([UsualCheckup]), on a network that is handed in.
final class Checkups {
    private static final ProviderBook PROVIDERS = ProviderBook.load();

    private Checkups() {}

    static Checkup on(Network network) {
        return on(network, Commons.none());
    }

    static Checkup on(Network network, Commons commons) {
        var adviser = new Adviser(Locale.ENGLISH, Adviser.systemName("Linux"), ZoneOffset.UTC, host -> PROVIDERS.byHost(host)
                .map(Provider::name));
        return new Checkup(network, InstantSource.system(), new Diagnostician(RuleBook.all(PROVIDERS))::diagnose, adviser,
                TextBook.open("message", Locale.ENGLISH), Workers.VIRTUAL, commons);
    }

    static Doorkeeper doorsOf(PracticeServer server) {
        return new Doorkeeper(Set.of(server.plainPort(), server.tlsPort()));
    }

    /// What a person would type to meet the server's fault.
    static Settings settings(PracticeServer server) {
        Set<Need> needs = server.fault().needs();
        var options = server.options();
        Settings settings = Settings.of(server.host()).withPort(server.port()).withSecurity(Security.of(server.security()).orElseThrow());
        if (needs.contains(Need.PASSWORD)) {
            settings = settings.withLogin(new Login.Password(options.user(), Secret.of(options.password())));
        } else if (needs.contains(Need.TOKEN)) {
            settings = settings.withLogin(new Login.AccessToken(options.user(), Secret.of(options.token())));
        }
        if (needs.contains(Need.SENDER)) {
            settings = settings.withFrom(address("person@practice.test"));
        }
        if (needs.contains(Need.RECIPIENT)) {
            settings = settings.withTo(address("person@example.com"));
        }
        return needs.contains(Need.SEND) ? settings.sending() : settings;
    }

    /// A full check-up that asks nobody but the server and trusts its authority.
    static Options options(PracticeServer server, Path folder, Duration timeout) throws IOException {
        Path authority = Files.createTempFile(folder, "authority", ".pem");
        Files.writeString(authority, server.authorityPem());
        return Options.usual().withTimeout(timeout).withTrust(authority);
    }

    static EmailAddress address(String text) {
        return Optional.of(text).flatMap(EmailAddress::parse).orElseThrow();
    }
}
