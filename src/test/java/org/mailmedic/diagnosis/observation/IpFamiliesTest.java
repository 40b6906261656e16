package org.mailmedic.diagnosis.observation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Failure;

final class IpFamiliesTest {
    private static IpFamilies of(Cases story) {
        return new IpFamilies(story.file());
    }

    @Test
    void aliveWhenAnythingGetsThrough() {
        assertTrue(of(Cases.starttls()).alive(false));
        assertFalse(of(Cases.starttls()).alive(true));
        assertTrue(of(Cases.starttls().controlsWorkOverIpv6(443)).alive(true));
        assertFalse(of(Cases.starttls().canary(587).at("2001:db8::ffff").connected()).alive(true));
    }

    @Test
    void absentWhenNothingCouldEvenBeSent() {
        assertTrue(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.NO_ROUTE)).absent(true));
        assertTrue(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.NET_UNREACHABLE).controlsFailOverIpv6(587,
                Failure.NO_ROUTE)).absent(true));
        assertFalse(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.NET_UNREACHABLE)).absent(true));
        assertFalse(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT)).absent(true));
        assertFalse(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.NO_ROUTE).controlsWorkOverIpv6(443)).absent(true));
    }

    @Test
    void givenUpAfterALongSilenceIsSilent() {
        assertTrue(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).control("one.example", "2001:db8:1::1", 587).after(2500)
                .notConnected(Failure.CANCELLED)).ipv6Broken());
        assertFalse(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT).control("one.example", "2001:db8:1::1", 587).after(500)
                .notConnected(Failure.CANCELLED)).ipv6Broken());
    }

    @Test
    void askedMeansTheServer() {
        assertTrue(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.TIMEOUT)).asked(true));
        assertFalse(of(Cases.starttls().controlsWorkOverIpv6(443)).asked(true));
        assertFalse(of(Cases.starttls().at(Cases.IPV6).notConnected(Failure.CANCELLED)).asked(true));
    }
}
