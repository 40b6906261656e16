package org.mailmedic.net.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

/// The one place that turns exceptions into the closed list. The texts are the JDK's own (native libnet) and the system's `strerror`,
/// which Java passes on; Windows words come from `net_util_md.c` of OpenJDK.
public final class Failures {
    /// The JDK puts an object's own name before that of the computer, where that one is not known (JDK 25, `InetAddress.getLocalHost`).
    private static final Pattern JDK_OBJECT = Pattern.compile("jdk\\.internal\\.[\\w.$]{1,100}@[0-9a-f]{1,8}");

    private Failures() {}

    /// @param routed whether this computer's own routing table knows a way there; only asked where that decides
    public static <T> Outcome<T> connecting(IOException problem, BooleanSupplier routed) {
        return connecting(problem, routed, () -> true);
    }

    /// @param routed  whether this computer's own routing table knows a way there; only asked where that decides
    /// @param refused whether this computer itself refuses to send there; likewise
    public static <T> Outcome<T> connecting(IOException problem, BooleanSupplier routed, BooleanSupplier refused) {
        return Outcome.failed(ofConnect(problem, routed, refused), raw(problem));
    }

    /// Whether this computer, or the limit set for this program, has no socket left to open: the fault of nobody on the other side. The
    /// system's own words for it are of every language, so one that cannot be opened here and now is a sign as well.
    public static boolean ownLimit(IOException problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT).contains("too many open files")) {
                return true;
            }
        }
        try (var probe = DatagramChannel.open()) {
            return !probe.isOpen();
        } catch (IOException none) {
            return true;
        }
    }

    public static <T> Outcome<T> talking(IOException problem) {
        return Outcome.failed(ofTalk(problem), raw(problem));
    }

    private static Failure ofConnect(IOException problem, BooleanSupplier routed, BooleanSupplier refused) {
        String text = words(problem);
        return switch (problem) {
            case SocketTimeoutException _ -> Failure.TIMEOUT;
            // a route of this computer's own may say so as well (ip-route(8), "unreachable")
            case NoRouteToHostException _ -> routed.getAsBoolean() ? Failure.HOST_UNREACHABLE : Failure.PERMISSION_DENIED;
            case BindException _ -> text.contains("assign") ? Failure.NO_LOCAL_ADDRESS : denied(text, refused);
            case ConnectException _ when text.contains("timed out") -> Failure.TIMEOUT;
            case ConnectException _ when text.contains("refused") -> Failure.REFUSED;
            case PortUnreachableException _ -> Failure.REFUSED;
            default -> byWords(text, routed);
        };
    }

    /// EACCES: a prohibit route or rule, or a local firewall. Linux alone uses it for ICMPv6 "administratively prohibited" as well
    /// (RFC 4443 §3.1), which somebody on the way said when this computer itself lets such packets go.
    private static Failure denied(String text, BooleanSupplier refused) {
        boolean fromAfar = text.contains("permission denied") && System.getProperty("os.name").equals("Linux") && !refused.getAsBoolean();
        return fromAfar ? Failure.HOST_UNREACHABLE : Failure.PERMISSION_DENIED;
    }

    private static Failure byWords(String text, BooleanSupplier routed) {
        if (text.contains("permission denied") || text.contains("operation not permitted") || text.contains("access permissions")) {
            return Failure.PERMISSION_DENIED;
        }
        if (text.contains("network is unreachable")) {
            return routed.getAsBoolean() ? Failure.NET_UNREACHABLE : Failure.NO_ROUTE;
        }
        if (text.contains("no route to host") || text.contains("host is unreachable")) {
            return Failure.HOST_UNREACHABLE;
        }
        // a blackhole route answers EINVAL at once
        if (text.contains("invalid argument")) {
            return Failure.PERMISSION_DENIED;
        }
        if (text.contains("refused")) {
            return Failure.REFUSED;
        }
        return ofText(text);
    }

    private static Failure ofTalk(IOException problem) {
        return switch (problem) {
            case SocketTimeoutException _ -> Failure.TIMEOUT;
            case EOFException _ -> Failure.CLOSED;
            case UnexpectedBytes strange -> strange.failure();
            case SocketException _ -> ofText(words(problem));
            case SSLException _ when problem.getCause() == null && words(problem).contains("fatal alert") -> Failure.TLS_ALERT;
            default -> problem.getCause() instanceof IOException cause ? ofTalk(cause) : ofText(words(problem));
        };
    }

    private static Failure ofText(String text) {
        if (text.contains("reset") || text.contains("broken pipe") || text.contains("software caused connection abort")) {
            return Failure.RESET;
        }
        if (text.contains("outbound has closed")) {
            return Failure.CLOSED;
        }
        if (text.contains("closed by interrupt") || text.contains("socket closed") || text.contains("socket is closed")) {
            return Failure.CANCELLED;
        }
        if (text.contains("timed out")) {
            return Failure.TIMEOUT;
        }
        return Failure.OTHER;
    }

    private static String words(Throwable problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    }

    public static String raw(Throwable problem) {
        String message = JDK_OBJECT.matcher(String.valueOf(problem.getMessage())).replaceAll("");
        return Printable.of(problem.getClass().getSimpleName() + ": " + message, 300);
    }
}
