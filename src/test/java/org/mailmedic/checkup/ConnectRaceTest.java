package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever writes a zone may give a name thousands of addresses; they are not all knocked at.
final class ConnectRaceTest {
    private static List<InetAddress> addresses(String form, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> InetAddress.ofLiteral(String.format(form, i / 200, i % 200 + 1))).toList();
    }

    @Test
    void aFewOfEachFamilyInTheirOrder() {
        List<InetAddress> four = addresses("198.18.%d.%d", 3900);
        List<InetAddress> six = addresses("2001:db8::%x:%x", 3900);
        List<InetAddress> tried = ConnectRace.firstOfEachFamily(Stream.concat(six.stream(), four.stream()).toList());
        assertEquals(Stream.concat(six.stream().limit(8), four.stream().limit(8)).toList(), tried);
    }

    @Test
    void aUsualNumberIsTriedWhole() {
        List<InetAddress> all = addresses("198.18.%d.%d", 8);
        assertEquals(all, ConnectRace.firstOfEachFamily(all));
    }
}
