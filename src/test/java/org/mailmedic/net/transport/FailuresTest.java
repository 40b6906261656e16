package org.mailmedic.net.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.Outcome;
import org.mailmedic.net.system.OwnRoutes;

/// The exceptions of Linux were measured; those of Windows and macOS are the words in the JDK's own sources.
final class FailuresTest {
    @ParameterizedTest
    @MethodSource("connecting")
    void namesHowAConnectFailed(IOException problem, boolean routed, Failure failure) {
        assertEquals(failure, Failures.<Void>connecting(problem, () -> routed).failure().orElseThrow());
    }

    @Test
    void theNameOfAnObjectInsideTheJdkIsNoneOfTheWords() {
        var unknown = new UnknownHostException("jdk.internal.util.Exceptions$NonSocketInfo@5df895fe: Name or service not known");
        Outcome<Void> outcome = Failures.connecting(unknown, () -> true);
        assertEquals("UnknownHostException: : Name or service not known", ((Outcome.Failed<Void>) outcome).raw());
    }

    /// EACCES comes from afar only where this computer itself lets such packets go, and only Linux takes an ICMPv6 message for it.
    @Test
    void whoDeniedIt() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        var denied = new BindException("Permission denied");
        assertEquals(Failure.PERMISSION_DENIED, Failures.<Void>connecting(denied, () -> true, () -> true).failure().orElseThrow());
        assertEquals(linux ? Failure.HOST_UNREACHABLE : Failure.PERMISSION_DENIED,
                Failures.<Void>connecting(denied, () -> true, () -> false).failure().orElseThrow());
        assertEquals(Failure.PERMISSION_DENIED,
                Failures.<Void>connecting(new SocketException("Operation not permitted"), () -> true, () -> false).failure().orElseThrow());
    }

    /// Nobody but this computer says so over IPv4, and a way that is open is not refused.
    @Test
    void whatThisComputerRefuses() throws IOException {
        assertTrue(OwnRoutes.refuse(new InetSocketAddress("192.0.2.1", 587)));
        try (var door = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            assertFalse(OwnRoutes.refuse(new InetSocketAddress(door.getInetAddress(), door.getLocalPort())));
        } catch (SocketException noIpv6Here) {
            Assumptions.abort("no IPv6 on this computer");
        }
    }

    static Stream<Arguments> connecting() {
        return Stream.of(
                // Linux
                Arguments.of(new ConnectException("Connection refused"), true, Failure.REFUSED),
                Arguments.of(new SocketTimeoutException("Connect timed out"), true, Failure.TIMEOUT),
                Arguments.of(new SocketTimeoutException("the deadline of this step has passed"), true, Failure.TIMEOUT),
                Arguments.of(new NoRouteToHostException("No route to host"), true, Failure.HOST_UNREACHABLE),
                Arguments.of(new NoRouteToHostException("No route to host"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new BindException("Permission denied"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new SocketException("Network is unreachable"), true, Failure.NET_UNREACHABLE),
                Arguments.of(new SocketException("Network is unreachable"), false, Failure.NO_ROUTE),
                Arguments.of(new ConnectException("Network is unreachable"), false, Failure.NO_ROUTE),
                Arguments.of(new SocketException("Operation not permitted"), true, Failure.PERMISSION_DENIED),
                Arguments.of(new SocketException("Invalid argument"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new BindException("Cannot assign requested address"), false, Failure.NO_LOCAL_ADDRESS),
                Arguments.of(new ConnectException("Connection timed out"), true, Failure.TIMEOUT),
                Arguments.of(new SocketException("Operation not permitted"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new ConnectException("Operation not permitted"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new SocketException("Connection reset by peer"), true, Failure.RESET),
                Arguments.of(new SocketException("Connection reset"), true, Failure.RESET),
                Arguments.of(new PortUnreachableException("ICMP Port Unreachable"), true, Failure.REFUSED),
                // Windows
                Arguments.of(new ConnectException("Connection refused: no further information"), true, Failure.REFUSED),
                Arguments.of(new ConnectException("Connection refused: getsockopt"), true, Failure.REFUSED),
                Arguments.of(new SocketException("Permission denied: no further information"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new SocketException("Permission denied: connect"), false, Failure.PERMISSION_DENIED),
                Arguments.of(new ConnectException("Connection timed out: no further information"), true, Failure.TIMEOUT),
                Arguments.of(new NoRouteToHostException("No route to host: no further information"), true, Failure.HOST_UNREACHABLE),
                Arguments.of(new SocketException("Network is unreachable: no further information"), true, Failure.NET_UNREACHABLE),
                Arguments.of(new BindException("Cannot assign requested address: connect"), false, Failure.NO_LOCAL_ADDRESS),
                Arguments.of(new SocketException("Software caused connection abort: no further information"), true, Failure.RESET),
                Arguments.of(new SocketException("An attempt was made to access a socket in a way forbidden by its access permissions"),
                        true,
                        Failure.PERMISSION_DENIED),
                // macOS
                Arguments.of(new NoRouteToHostException("No route to host"), true, Failure.HOST_UNREACHABLE),
                Arguments.of(new SocketException("Host is unreachable"), true, Failure.HOST_UNREACHABLE),
                Arguments.of(new ConnectException("Operation timed out"), true, Failure.TIMEOUT),
                // ourselves
                Arguments.of(new SocketException("Closed by interrupt"), true, Failure.CANCELLED),
                Arguments.of(new SocketException("Socket closed"), true, Failure.CANCELLED),
                Arguments.of(new SocketException("Something new"), true, Failure.OTHER),
                Arguments.of(new SocketException(), true, Failure.OTHER));
    }

    @ParameterizedTest
    @MethodSource("talking")
    void namesHowADialogueFailed(IOException problem, Failure failure) {
        assertEquals(failure, Failures.<Void>talking(problem).failure().orElseThrow());
    }

    static Stream<Arguments> talking() {
        return Stream.of(
                Arguments.of(new EOFException("the server closed the connection"), Failure.CLOSED),
                Arguments.of(new SocketTimeoutException("Read timed out"), Failure.TIMEOUT),
                Arguments.of(new SocketException("Connection reset"), Failure.RESET),
                Arguments.of(new SocketException("Broken pipe"), Failure.RESET),
                Arguments.of(new SocketException("Connection reset by peer"), Failure.RESET),
                Arguments.of(new SocketException("An established connection was aborted: Software caused connection abort"), Failure.RESET),
                Arguments.of(new SocketException("Connection timed out"), Failure.TIMEOUT),
                Arguments.of(new SocketException("Socket closed"), Failure.CANCELLED),
                Arguments.of(new SocketException("Socket is closed"), Failure.CANCELLED),
                Arguments.of(new SocketException("Closed by interrupt"), Failure.CANCELLED),
                Arguments.of(new UnexpectedBytes(Failure.NOT_SMTP, "* OK"), Failure.NOT_SMTP),
                Arguments.of(new UnexpectedBytes(Failure.FLOOD, "xxx"), Failure.FLOOD),
                Arguments.of(new SSLHandshakeException("Received fatal alert: certificate_required"), Failure.TLS_ALERT),
                Arguments.of(new SSLException("readHandshakeRecord", new SocketException("Broken pipe")), Failure.RESET),
                Arguments.of(new SSLException("Connection reset", new SocketException("Connection reset")), Failure.RESET),
                Arguments.of(new SSLException("Read timed out", new SocketTimeoutException("Read timed out")), Failure.TIMEOUT),
                Arguments.of(new IOException("Something new"), Failure.OTHER),
                Arguments.of(new IOException(), Failure.OTHER));
    }

    @Test
    void keepsTheSystemsWordsPrintableAndShort() {
        Outcome<Void> outcome = Failures.talking(new SocketException("odd \u001b[2J" + "x".repeat(5000)));
        String raw = ((Outcome.Failed<Void>) outcome).raw();
        assertTrue(raw.startsWith("SocketException: odd \\x1b[2J"));
        assertTrue(raw.length() <= 300);
    }

    @Test
    void aWantOfSocketsIsOurs() {
        assertTrue(Failures.ownLimit(new SocketException("Too many open files")));
        assertTrue(Failures.ownLimit(new IOException(new SocketException("Too many open files (Accept failed)"))));
        assertFalse(Failures.ownLimit(new ConnectException("Connection refused")));
        assertFalse(Failures.ownLimit(new IOException()));
    }
}
