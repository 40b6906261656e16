package org.mailmedic.net.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mailmedic.evidence.Evidence.Answer;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.transport.Failures;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.ResolverConfig;

/// Name lookup: the way every program on this computer does it, and DNS servers asked one by one.
public final class Resolvers {
    /// Java would give out a remembered answer for half a minute, and a remembered "no" for ten seconds: a lookup here asks again, since
    /// people come to see whether what they changed has come through. The rule is read at the first lookup of the program.
    static {
        for (String memory : List.of("networkaddress.cache.ttl", "networkaddress.cache.negative.ttl", "networkaddress.cache.stale.ttl")) {
            Security.setProperty(memory, "0");
        }
    }

    private Resolvers() {}

    /// Asks the operating system, hosts file and all. Blocks in native code without a deadline of its own: the caller runs it on a
    /// thread that it can leave behind.
    public static Outcome<Answer> system(String name) {
        try {
            return Outcome.of(new Answer(Arrays.asList(InetAddress.getAllByName(name)), List.of()));
        } catch (UnknownHostException unknown) {
            return Outcome.failed(systemFailure(unknown), Failures.raw(unknown));
        }
    }

    /// The words of `gai_strerror` (glibc, musl, macOS) and of Windows.
    private static Failure systemFailure(UnknownHostException unknown) {
        String text = String.valueOf(unknown.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("temporary failure") || text.contains("try again")) {
            return Failure.SERVER_FAILURE;
        }
        if (text.contains("no address associated")) {
            return Failure.NO_ADDRESS;
        }
        return Failure.NAME_NOT_FOUND;
    }

    /// Ends the DNS library's own thread. It waits in native code, and the JVM would give it 300 ms before it exits; only for a program
    /// that
    /// asks nothing more.
    public static void release() {
        NioClient.close();
    }

    /// The name servers that this computer is set to ask, read afresh each time.
    public static List<InetSocketAddress> configured() {
        ResolverConfig.refresh();
        return ResolverConfig.getCurrentConfig().servers();
    }
}
