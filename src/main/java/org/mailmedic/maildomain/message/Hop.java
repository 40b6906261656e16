package org.mailmedic.maildomain.message;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One step of a message on its way (RFC 5321 §4.4).
///
/// @param from    who gave it, in that one's own words; empty where that is not said
/// @param address where it came from, as the taker saw it
/// @param by      who took it
/// @param at      when, by the taker's own clock
/// @param delay   seconds since the step before; negative where clocks differ
public record Hop(String from, Optional<InetAddress> address, String by, Optional<Instant> at, OptionalLong delay) {}
