package org.mailmedic.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;

/// The one place that turns exceptions into the closed list. The texts are the JDK's own (native libnet) and the system's `strerror`,
/// which Java passes on; Windows words come from `net_util_md.c` of OpenJDK.
public final class Failures {
    private Failures() {}

    /// @param elapsedMs how long the attempt took: "unreachable" at once is this computer's own routing table
    public static <T> Outcome<T> connecting(IOException problem, double elapsedMs) {
        return Outcome.failed(ofConnect(problem, elapsedMs), raw(problem));
    }

    public static <T> Outcome<T> talking(IOException problem) {
        return Outcome.failed(ofTalk(problem), raw(problem));
    }

    private static Failure ofConnect(IOException problem, double elapsedMs) {
        String text = words(problem);
        return switch (problem) {
            case SocketTimeoutException _ -> Failure.TIMEOUT;
            case NoRouteToHostException _ -> Failure.HOST_UNREACHABLE;
            // EACCES and EPERM: an IPv6 "administratively prohibited", a prohibit route, a local firewall
            case BindException _ -> text.contains("assign") ? Failure.NO_LOCAL_ADDRESS : Failure.PERMISSION_DENIED;
            case ConnectException _ when text.contains("timed out") -> Failure.TIMEOUT;
            case ConnectException _ when text.contains("refused") -> Failure.REFUSED;
            case PortUnreachableException _ -> Failure.REFUSED;
            default -> byWords(text, elapsedMs);
        };
    }

    private static Failure byWords(String text, double elapsedMs) {
        if (text.contains("permission denied") || text.contains("operation not permitted") || text.contains("access permissions")) {
            return Failure.PERMISSION_DENIED;
        }
        if (text.contains("network is unreachable")) {
            return elapsedMs < 2 ? Failure.NO_ROUTE : Failure.NET_UNREACHABLE;
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
            case SmtpDialogue.Strange strange -> strange.failure();
            case SocketException _ -> ofText(words(problem));
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

    static String raw(Throwable problem) {
        return Printable.of(problem.getClass().getSimpleName() + ": " + problem.getMessage(), 300);
    }
}
