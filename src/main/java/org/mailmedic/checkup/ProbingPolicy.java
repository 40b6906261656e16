package org.mailmedic.checkup;

import java.time.Duration;

/// Who is asked when, how often and how long, and why: the manners of a check-up on one page. What the person allows for each step, and
/// which servers and resolvers are compared with, stands in the [org.mailmedic.plan.Plan].
///
/// 1. **Names**: the system's resolver first, since its answer is what every program here gets; the others beside it. Each is asked once
///    for each kind of address.
/// 2. **The server that was asked about**: one connection, held to its end. One sign-in; a second one only where the
///    server refused the mechanism and not the password. Its first addresses are tried side by side, and one of them is spoken to.
/// 3. **Beside the way** (the same server's other ports, the other mode): not before the way itself was silent for a moment or has
///    failed, each at most once, and only as far as the greeting. Never while a greeting comes: some servers throw out whoever does.
/// 4. **Around** (other servers, canaries, pages, this device): only where the way is in trouble, once in a run, all at the same time.
/// 5. **The sender's domain**: a few records of it, of the name server that has just answered, while the dialogue goes on.
/// 6. **Once more**: only where what was seen asks for it ([Doubts]), and only once. The mailbox is asked with the same password after a
///    refusal that may mean something else than a wrong password, once, and only inside verified TLS.
final class ProbingPolicy {
    /// How long the system's resolver may be silent before the others' answers are used as well.
    static final Duration RESOLVER_PATIENCE = Duration.ofMillis(1500);
    /// How often it is looked whether another resolver has answered.
    static final Duration RESOLVER_POLL = Duration.ofMillis(50);
    /// For the exact reply of the system's own name servers, where the system only said no, and where it was silent already.
    static final Duration OWN_SERVERS = Duration.ofSeconds(5);
    static final Duration OWN_SERVERS_AFTER_SILENCE = Duration.ofSeconds(1);

    /// Addresses of one family that are tried at all, and how many of them at once; the rest follow one by one.
    static final int MOST_OF_A_FAMILY = 8;
    static final int CONNECTS_AT_ONCE = 4;
    /// Between those that follow (RFC 8305 §5 asks for 100 ms at least), or a fortieth of a step where steps are short.
    static final Duration BETWEEN_ADDRESSES = Duration.ofMillis(100);
    static final int STEPS_WITHIN_PATIENCE = 40;
    /// For an address that comes earlier in the system's order (RFC 6724) than the one that opened.
    static final Duration EARLIER_ADDRESS = Duration.ofMillis(50);
    /// A connection that is no longer needed is given the time of two SYN retransmits before it counts as silent.
    static final Duration SIBLING_PATIENCE = Duration.ofMillis(3500);
    /// For the one that has been asked for already, when its time is over.
    static final Duration LAST_MOMENT = Duration.ofMillis(500);
    /// After one and three seconds a SYN has been sent again (RFC 6298 §2); silence means something from then on.
    static final Duration TWO_RETRANSMITS = Duration.ofMillis(3300);
    /// Addresses of one host with whom a dialogue is begun, where earlier ones turned us away. More would take longer than anybody waits.
    static final int MOST_DIALOGUES = 3;

    /// How long the way that was asked about may be silent before we look beside it as well.
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /// What a look beside the way may take longer than the way itself, since it begins later.
    static final Duration HEAD_START = Duration.ofMillis(500);
    /// A server that waits to catch others speaking first has greeted by then, whatever time the person gives it.
    static final Duration LATEST_GREETING = Duration.ofSeconds(10);
    /// Where nobody can be, an answer comes at once or never.
    static final Duration CANARY_PATIENCE = Duration.ofMillis(1500);
    /// Time for a look whose deadline has passed to say so itself; cut off sooner, its silence would be lost.
    static final Duration FINISHING = Duration.ofMillis(300);
    /// Controls that are asked on one of the other mail ports; on the port in question all of them are.
    static final int ENOUGH_ELSEWHERE = 2;
    /// Between connects of the sample that tells an unstable line.
    static final Duration BETWEEN_CONNECTS = Duration.ofMillis(80);

    /// For the records of the sender's domain, from the moment the server's door has opened: most check-ups take longer than that anyway.
    static final Duration DELIVERY = Duration.ofSeconds(3);

    /// For QUIT and its answer: at the server itself, at one of its other ports, and elsewhere.
    static final Duration GOODBYE = Duration.ofSeconds(2);
    static final Duration GOODBYE_BESIDE = Duration.ofSeconds(1);
    static final Duration GOODBYE_ELSEWHERE = Duration.ofMillis(500);

    /// What others saw this long ago is as good as a look of one's own, in a run over many targets.
    static final Duration FRESH = Duration.ofMinutes(1);

    /// Steps that each have a deadline of their own, on the longest way: look beside, legacy TLS, sign-in twice and QUIT included; and what
    /// is left for everything else, judging and masking included.
    static final int SPARE_STEPS = 3;
    static final Duration SPARE_TIME = Duration.ofSeconds(3);

    private ProbingPolicy() {}
}
