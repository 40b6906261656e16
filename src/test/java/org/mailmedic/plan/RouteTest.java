package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

final class RouteTest {
    private static final Route V4 = route("192.0.2.1");

    @Test
    void hasAKeyThatTellsItFromOthers() {
        assertEquals("587-192.0.2.1", V4.key());
        assertEquals("587-2001:db8::1", route("2001:db8::1").key());
        assertEquals("587-192.0.2.1-implicit-tls", V4.as(Route.Role.OTHER_MODE).in(Mode.IMPLICIT_TLS).key());
        assertEquals("587-192.0.2.1-control", V4.as(Route.Role.CONTROL).key());
        assertEquals("587-192.0.2.1-canary", V4.as(Route.Role.CANARY).key());
        assertNotEquals(V4.key(), V4.as(Route.Role.OTHER_MODE).key());
    }

    @Test
    void knowsWhereItLeads() {
        assertEquals(587, V4.endpoint().getPort());
        assertEquals("192.0.2.1", V4.endpoint().getAddress().getHostAddress());
        assertTrue(route("2001:db8::1").ipv6());
    }

    private static Route route(String address) {
        return new Route(Route.Role.TARGET, "smtp.example.org", InetAddress.ofLiteral(address), 587, Mode.PLAIN);
    }
}
