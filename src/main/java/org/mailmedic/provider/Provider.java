package org.mailmedic.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Security;

/// A mail provider that many people use: facts with their source and date, never opinions.
///
/// @param key         short and stable: `gmail`
/// @param name        how people call it
/// @param servers     where it takes mail from programs, the recommended one first; a `*` in a host stands for one label
/// @param domains     mail domains that belong to it, and its own names
/// @param mx          what the names of the MX hosts of its customers' domains end in
/// @param userName    what its sign-in name looks like
/// @param login       the one sign-in name that everybody uses there; empty when there is no such name
/// @param signIn      which kind of secret it takes
/// @param note        what people trip over, one sentence; empty when there is nothing
/// @param help        its own help page; empty when none was found
/// @param source      where the facts come from
/// @param unverified  names of the facts above that were found only in third-party guides or are common knowledge
/// @param lastChecked when, as `yyyy-MM`
/// @param seldom      used by so few that nobody's slip of the fingers is likely to mean it
public record Provider(String key, String name, List<Server> servers, List<String> domains, List<String> mx, UserName userName,
                       String login, SignIn signIn, String note, String help, String source, List<String> unverified,
                       String lastChecked, boolean seldom) {
    /// One submission service.
    ///
    /// @param domains the mail domains for which it is the recommended one; empty where it serves them all alike
    public record Server(String host, int port, Security security, List<String> domains) {
        public Server {
            domains = List.copyOf(domains);
        }

        boolean matches(String name) {
            if (host.indexOf('*') < 0) {
                return host.equals(name);
            }
            String[] wanted = host.split("\\.");
            String[] given = name.split("\\.");
            boolean same = wanted.length == given.length;
            for (int i = 0; same && i < wanted.length; i++) {
                same = wanted[i].equals("*") || wanted[i].equals(given[i]);
            }
            return same;
        }
    }

    /// What the sign-in name looks like.
    public enum UserName {
        /// The whole e-mail address.
        ADDRESS,
        /// Only what stands before the `@`.
        LOCAL_PART,
        /// A name of its own, given by the provider.
        OWN;

        static UserName of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /// Which kind of secret a program signs in with.
    public enum SignIn {
        /// The password of the mailbox.
        PASSWORD,
        /// A password made for one program, at least once two-step sign-in is on.
        APP_PASSWORD,
        /// A key made in the provider's panel.
        KEY,
        /// Only an access token of OAuth 2.
        OAUTH;

        static SignIn of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public Provider {
        servers = List.copyOf(servers);
        domains = List.copyOf(domains);
        mx = List.copyOf(mx);
        unverified = List.copyOf(unverified);
    }

    /// Its servers for addresses of `domain`, the recommended one first: a server meant for the domain goes before one that bears its
    /// name, and that before others. What only has a `*` in its name is left out.
    public List<Server> serversFor(String domain) {
        return servers.stream().filter(s -> s.host().indexOf('*') < 0)
                .sorted(Comparator.comparing((Server s) -> !s.domains().contains(domain))
                        .thenComparing(s -> !Names.within(s.host(), domain)))
                .toList();
    }

    /// What `address` signs in with; empty when only the person can know.
    public String userFor(EmailAddress address) {
        return switch (userName) {
            case ADDRESS -> address.toString();
            case LOCAL_PART -> address.localPart();
            case OWN -> login;
        };
    }

    /// Whether it sends for programs, shops and newsletters, and gives out names and keys of its own for that. Such a service puts its own
    /// domain, or one made for it, into the envelope.
    public boolean forBulk() {
        return userName == UserName.OWN && signIn == SignIn.KEY;
    }

    /// Whether `host` (lower case, without the closing dot) is one of its servers.
    public boolean serves(String host) {
        return servers.stream().anyMatch(s -> s.matches(host));
    }
}
