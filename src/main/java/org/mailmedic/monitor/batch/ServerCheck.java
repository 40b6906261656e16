package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mailmedic.checkup.Checkup;
import org.mailmedic.report.Report;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Secret;
import org.mailmedic.settings.Settings;

/// Checks one mail server of a list, with its sign-in where that does no harm ([SignIns]). Thread-safe.
public final class ServerCheck {
    private final Checkup checkup;
    private final SignIns signIns;
    private final Function<String, String> environment;

    /// @param lockOut     how long a server is left alone that said that there were too many sign-ins
    /// @param environment the value of a variable, null where it is not set
    public ServerCheck(Checkup checkup, Duration lockOut, Function<String, String> environment) {
        this(checkup, new SignIns(lockOut, System::nanoTime), environment);
    }

    ServerCheck(Checkup checkup, SignIns signIns, Function<String, String> environment) {
        this.checkup = checkup;
        this.signIns = signIns;
        this.environment = environment;
    }

    /// @param refused the sign-in of an earlier line, because of which this line's was left out
    public record Answer(Report report, Checked checked, Optional<SignIns.Refusal> refused) {}

    /// @throws Unfit when the line's password cannot be read
    public Answer check(Target.Server target) throws Unfit {
        if (target.secret().isEmpty()) {
            Report report = run(target.settings(), target);
            return new Answer(report, Checked.of(report, report.unchecked()), Optional.empty());
        }
        String user = target.settings().login().userName().orElse("");
        try (Secret secret = target.secret().get().read(environment)) {
            var attempt = signIns.attempt(target.server(), user, secret);
            Optional<SignIns.Refusal> refused = signIns.refusal(attempt);
            if (refused.isPresent()) {
                Report report = run(withoutSignIn(target.settings()), target);
                return new Answer(report, Checked.of(report, report.unchecked()), refused);
            }
            Login login = target.secret().get().token() ? new Login.AccessToken(user, secret) : new Login.Password(user, secret);
            Report report = run(target.settings().withLogin(login), target);
            signIns.learn(attempt, target.id(), report);
            return new Answer(report, Checked.of(report, report.unchecked()), Optional.empty());
        }
    }

    private Report run(Settings settings, Target.Server target) throws Unfit {
        try {
            return checkup.run(settings, target.options(), _ -> { });
        } catch (IOException authorities) {
            throw Unfit.authorities(authorities);
        }
    }

    /// As far as a server goes with somebody who signs in, but not here; the report names what was left out. Nothing is sent.
    private static Settings withoutSignIn(Settings settings) {
        return new Settings(settings.host(), settings.port(), settings.security(),
                new Login.NameOnly(settings.login().userName().orElse("")), Optional.empty(), settings.from(), settings.to(),
                settings.symptom(), false, settings.allowPlaintextPassword());
    }
}
