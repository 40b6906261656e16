package org.mailmedic.maildomain.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.Reverse;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordState;
import org.mailmedic.net.dns.DnsAnswer.Status;
import org.mailmedic.provider.ProviderBook;

/// What a list says counts only for the kind of address that it has shown to know (RFC 5782 §5).
final class BlocklistCheckTest {
    private static final Blocklist LIST = new Blocklist("bl.example", "Example List", Blocklist.Kind.ADDRESS, "");
    private static final String FOUR = "192.0.2.25";
    private static final String SIX = "2001:db8::25";
    private static final String TEST_SIX = "2.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20) + ".bl.example";
    private static final String NEVER_SIX = "1" + TEST_SIX.substring(1);

    private static FakeZone four() {
        return FakeZone.empty().address("2.0.0.127.bl.example", "127.0.0.2");
    }

    private static FakeZone both() {
        return four().address(TEST_SIX, "127.0.0.2");
    }

    private static FakeZone listing(FakeZone zone, String ip) {
        return zone.address(Reverse.digits(InetAddress.ofLiteral(ip)) + ".bl.example", "127.0.0.2");
    }

    private static DomainRecord look(FakeZone zone, String... ips) {
        List<Sender> senders = Arrays.stream(ips).map(ip -> new Sender(InetAddress.ofLiteral(ip), Optional.empty(), "a@example.org",
                "example.org")).toList();
        return BlocklistCheck.look(new Subject("example.org", zone, ProviderBook.load()), senders, List.of(LIST)).records().getFirst();
    }

    @Test
    void aListOfTheOldAddressesSaysNothingAboutTheNew() {
        DomainRecord record = look(four(), SIX);
        assertEquals(RecordState.UNKNOWN, record.state());
        assertEquals("no_ipv6", record.note());
        assertEquals(RecordState.FINE, look(four(), FOUR).state());
    }

    @Test
    void aListOfBothIsBelieved() {
        assertEquals("fine", look(both(), SIX).note());
        assertEquals("listed", look(listing(both(), SIX), SIX).note());
        assertEquals("lists_everybody", look(both().address(NEVER_SIX, "127.0.0.2"), SIX).note());
        assertEquals("unanswered", look(four().fails(TEST_SIX, Status.SERVER_FAILURE), SIX).note());
    }

    @Test
    void theWorstOfSeveralIsTold() {
        assertEquals("listed", look(listing(four(), FOUR), FOUR, SIX).note());
        assertEquals("listed", look(listing(four(), FOUR), SIX, FOUR).note());
        assertEquals("no_ipv6", look(four(), SIX, FOUR).note());
        assertEquals("unanswered", look(four().fails("25.2.0.192.bl.example", Status.TIMEOUT), FOUR, "192.0.2.26").note());
    }

    @Test
    void whatIsAskedAheadIsWhatIsAsked() {
        FakeZone zone = both();
        look(zone, SIX);
        var sender = new Sender(InetAddress.ofLiteral(SIX), Optional.empty(), "a@example.org", "example.org");
        assertEquals(zone.asked().stream().sorted().toList(), BlocklistCheck.entries(new Subject("example.org", zone, ProviderBook.load()),
                List.of(sender), LIST).stream().map(entry -> "A " + entry + ".bl.example").sorted().toList());
    }
}
