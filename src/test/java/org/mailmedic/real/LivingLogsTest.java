package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.log.LogReader;
import org.mailmedic.explain.log.MailLog;

/// A real Postfix and a real Exim deliver, defer and bounce: their logs, queues and bounces name the cause that was made.
@Tag("real")
final class LivingLogsTest {
    private static final Map<String, String> REPLIES = Map.of("good.test", "", "refused.test", " ",
            "unknown.test", "550 5.1.1 No such user here", "full.test", "552 5.2.2 Mailbox full",
            "later.test", "452 4.2.2 Mailbox over quota", "grey.test", "451 4.7.1 Greylisted, please try again later",
            "listed.test", "554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org");
    private static final Map<String, String> WAITING = Map.of("refused.test", "tcp.refused", "later.test", "send.mailbox_full", "grey.test",
            "send.greylisted");
    private static final Map<String, String> RETURNED = Map.of("unknown.test", "send.recipient_rejected", "full.test", "send.mailbox_full",
            "listed.test", "send.blocklisted", "nowhere.test", "dns.not_found");
    /// Exim says `Unrouteable address` of a name that does not exist and of a person that does not, and no more.
    private static final Map<String, String> RETURNED_BY_EXIM = Map.of("unknown.test", "send.recipient_rejected", "full.test",
            "send.mailbox_full", "listed.test", "send.blocklisted", "nowhere.test", "send.recipient_rejected");
    private static final Explainer EXPLAINER = new Explainer();

    private static Senders senders;

    @BeforeAll
    static void send() throws IOException {
        assumeTrue(Senders.available(), "Postfix or Exim is not at hand");
        senders = Senders.start(REPLIES);
        for (String domain : new TreeSet<>(REPLIES.keySet())) {
            senders.byPostfix("anna@" + domain);
            senders.byExim("anna@" + domain);
        }
        senders.byPostfix("anna@nowhere.test");
        senders.byExim("anna@nowhere.test");
        try {
            Until.isTrue("Postfix and Exim have tried them all", LivingLogsTest::tried);
        } catch (AssertionError late) {
            throw new AssertionError(senders.postfixLog() + senders.eximLog(), late);
        }
    }

    private static boolean tried() {
        try {
            return senders.postfixBounces().size() == RETURNED.size() && senders.eximBounces().size() == RETURNED.size()
                    && count(senders.postfixLog(), "status=deferred") == WAITING.size()
                    && count(senders.eximLog(), " == ") == WAITING.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (senders != null) {
            senders.close();
        }
    }

    private static long count(String text, String what) {
        return text.lines().filter(line -> line.contains(what)).count();
    }

    private static String headline(String text) {
        return EXPLAINER.explain(text.getBytes(StandardCharsets.UTF_8)).causes().getFirst().finding().code().id();
    }

    private static LogReader.Reading read(String log) throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        LocalDateTime now = LocalDateTime.now();
        assertTrue(MailLog.looksLikeOne(bytes, now), log);
        return new LogReader(now).read(new ByteArrayInputStream(bytes));
    }

    private static Set<String> codes(LogReader.Reading reading) {
        return reading.findings().stream().map(each -> each.code().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> made(Map<String, String> causes) {
        return new TreeSet<>(causes.values());
    }

    /// By the line of each message alone, as somebody would copy it.
    private static void eachLineNames(String log, String kind, Map<String, String> returned) {
        var wrong = new TreeMap<String, String>();
        var all = new TreeMap<>(WAITING);
        all.putAll(returned);
        all.forEach((domain, code) -> {
            String line = log.lines().filter(each -> each.contains("anna@" + domain) && each.matches(kind)).findFirst().orElse("");
            if (!headline(line).equals(code)) {
                wrong.put(line, headline(line) + " for " + code);
            }
        });
        assertEquals(Map.of(), wrong, log);
    }

    private static void wholeLogTells(String log, String program, Map<String, String> returned) throws IOException {
        LogReader.Reading reading = read(log);
        var all = made(WAITING);
        all.addAll(made(returned));

        assertEquals(all, codes(reading), log);
        assertEquals(program, reading.summary().program());
        assertEquals(REPLIES.size() + 1, reading.summary().messages(), log);
        assertEquals(WAITING.size(), reading.summary().recipients().waiting(), log);
        assertEquals(RETURNED.size(), reading.summary().recipients().failed(), log);
        assertEquals(1 + returned.size(), reading.summary().recipients().sent(), log);
        assertEquals(WAITING.size(), reading.summary().queue().messages(), log);
        assertEquals(reading.summary().lines(), reading.summary().understood(), log);
    }

    private static void eachBounceNames(Iterable<String> bounces, Map<String, String> returned) {
        var wrong = new TreeMap<String, String>();
        var told = new TreeSet<String>();
        for (String bounce : bounces) {
            returned.forEach((domain, code) -> {
                if (bounce.contains("anna@" + domain)) {
                    told.add(domain);
                    if (!headline(bounce).equals(code)) {
                        wrong.put(bounce, headline(bounce) + " for " + code);
                    }
                }
            });
        }
        assertEquals(Map.of(), wrong);
        assertEquals(returned.keySet(), told);
    }

    @Test
    void linesOfPostfix() throws IOException {
        eachLineNames(senders.postfixLog(), ".* status=(?:deferred|bounced) .*", RETURNED);
    }

    @Test
    void linesOfExim() throws IOException {
        eachLineNames(senders.eximLog(), ".* (?:==|\\*\\*) .*", RETURNED_BY_EXIM);
    }

    @Test
    void theWholeLogOfPostfix() throws IOException {
        wholeLogTells(senders.postfixLog(), "postfix", RETURNED);
    }

    @Test
    void theWholeLogOfExim() throws IOException {
        wholeLogTells(senders.eximLog(), "exim", RETURNED_BY_EXIM);
    }

    @Test
    void bouncesOfPostfix() throws IOException {
        eachBounceNames(senders.postfixBounces(), RETURNED);
    }

    @Test
    void bouncesOfExim() throws IOException {
        eachBounceNames(senders.eximBounces(), RETURNED_BY_EXIM);
    }

    @Test
    void theQueueOfPostfixInBothForms() throws IOException {
        for (String form : new String[] {"-p", "-j"}) {
            String queue = senders.postfixQueue(form);
            LogReader.Reading reading = read(queue);

            assertEquals(made(WAITING), codes(reading), queue);
            assertEquals(WAITING.size(), reading.summary().queue().messages(), queue);
        }
    }

    /// It gives no reasons.
    @Test
    void theQueueOfExim() throws IOException {
        String queue = senders.eximQueue();
        LogReader.Reading reading = read(queue);

        assertEquals(Set.of(), codes(reading), queue);
        assertEquals(WAITING.size(), reading.summary().queue().messages(), queue);
    }
}
