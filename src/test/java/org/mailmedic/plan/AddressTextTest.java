package org.mailmedic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressTextTest {
    /// The examples of RFC 5952 §4, and the edges.
    @ParameterizedTest
    @CsvSource(textBlock = """
            192.0.2.1, 192.0.2.1
            2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1
            2001:db8:0:0:0:0:2:1, 2001:db8::2:1
            2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1
            2001:0:0:1:0:0:0:1, 2001:0:0:1::1
            2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1
            2001:DB8::ABCD, 2001:db8::abcd
            ::, ::
            ::1, ::1
            1::, 1::
            0:1:2:3:4:5:6:7, 0:1:2:3:4:5:6:7
            1:0:0:0:0:0:0:8, 1::8
            fe80::1, fe80::1
            """)
    void writesAddressesTheShortWay(String address, String text) {
        assertEquals(text, AddressText.of(InetAddress.ofLiteral(address)));
    }

    @Test
    void leavesTheZoneOut() throws UnknownHostException {
        byte[] bytes = InetAddress.ofLiteral("fe80::1").getAddress();
        assertEquals("fe80::1", AddressText.of(Inet6Address.getByAddress("", bytes, 1)));
    }
}
