package org.mailmedic.monitor.batch;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Settings;

/// One line of the list, read.
public sealed interface Target {
    /// Of its first line, counted from 1.
    long number();

    /// As given; the line's number where none was.
    String id();

    /// What a shard is chosen by, and what a politeness is for: the host's or domain's name in one spelling, empty when there is none.
    String server();

    /// A mail server to check.
    ///
    /// @param settings without the secret
    /// @param secret   empty when no sign-in is asked for
    record Server(long number, String id, Settings settings, Options options, Optional<SecretSource> secret) implements Target {
        @Override
        public String server() {
            return spelling(settings.host());
        }
    }

    /// A domain whose mail records are to be checked.
    record Domain(long number, String id, String domain, Options options) implements Target {
        @Override
        public String server() {
            return spelling(domain);
        }
    }

    /// A line that cannot be used.
    ///
    /// @param host as far as it could be read; empty otherwise
    record Unusable(long number, String id, String host, OptionalInt port, Unfit why) implements Target {
        @Override
        public String server() {
            return spelling(host);
        }
    }

    /// One spelling for all that mean the same host.
    static String spelling(String host) {
        return HostName.read(host) instanceof HostName.Usable(var ascii, var _) ? ascii.toLowerCase(Locale.ROOT)
                : host.strip().toLowerCase(Locale.ROOT);
    }
}
