package org.mailmedic.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.MailPorts;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;

/// Turns settings into a plan. Pure: it asks nobody.
public final class Planner {
    public Plan plan(Settings settings, Options options) {
        int port = settings.effectivePort();
        boolean quick = options.profile() == Options.Profile.QUICK;
        List<Integer> others = quick ? List.of() : MailPorts.ALL.stream().filter(p -> p != port).toList();
        if (HostName.read(settings.host()) instanceof HostName.Usable(var name, var literal)) {
            return new Plan(name, literal, port, mode(settings, port), others,
                    literal || quick || isOwn(name) ? List.of() : options.resolvers(), asked(settings, literal), options.timeout(), quick,
                    quick ? Controls.none() : options.controls(), options.mailbox() && !quick, options.device());
        }
        return new Plan("", false, port, mode(settings, port), List.of(), List.of(),
                asked(settings, false), options.timeout(), quick, Controls.none(), false, options.device());
    }

    private static Mode mode(Settings settings, int port) {
        return switch (settings.security()) {
            case TLS -> Mode.IMPLICIT_TLS;
            case STARTTLS, NONE -> Mode.PLAIN;
            case AUTO -> port == MailPorts.SUBMISSIONS ? Mode.IMPLICIT_TLS : Mode.PLAIN;
        };
    }

    private static Set<Stage> asked(Settings settings, boolean literal) {
        var stages = EnumSet.of(Stage.SETTINGS, Stage.CONNECT, Stage.GREETING, Stage.HELLO);
        if (!literal) {
            stages.add(Stage.DNS);
        }
        if (settings.security() != Security.NONE) {
            stages.add(Stage.ENCRYPT);
        }
        if (settings.login().hasCredentials()) {
            stages.add(Stage.SIGN_IN);
        }
        if (settings.sender().isPresent()) {
            stages.add(Stage.SENDER);
        }
        if (settings.to().isPresent()) {
            stages.add(Stage.SENDER);
            stages.add(Stage.RECIPIENT);
        }
        if (settings.send()) {
            stages.add(Stage.MESSAGE);
        }
        return stages;
    }

    /// Names that no public resolver can know: asking them would only tell strangers about this network.
    private static boolean isOwn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.indexOf('.') < 0 || lower.endsWith(".localhost") || lower.endsWith(".local") || lower.endsWith(".internal")
                || lower.endsWith(".home.arpa");
    }
}
