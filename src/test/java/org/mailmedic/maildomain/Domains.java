package org.mailmedic.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import org.mailmedic.diagnosis.Finding;
import org.mailmedic.maildomain.dns.AuthoritativeServers;
import org.mailmedic.maildomain.dns.FakeZone;
import org.mailmedic.maildomain.dns.OpenQuestions;
import org.mailmedic.maildomain.dns.Zone;
import org.mailmedic.maildomain.record.DomainRecord;
import org.mailmedic.maildomain.record.RecordType;
import org.mailmedic.maildomain.transport.MailServers;
import org.mailmedic.maildomain.transport.PolicyServer;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.provider.ProviderBook;

/// A healthy domain to be made ill, and the check without a network.
final class Domains {
    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final ProviderBook BOOK = ProviderBook.load();

    private Domains() {}

    /// `example.org`: everything that a domain needs, and nothing that it may have.
    static FakeZone healthy() {
        return FakeZone.empty().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.25")
                .ptr("192.0.2.25", "mx.example.org")
                .txt("example.org", "v=spf1 ip4:192.0.2.0/24 -all").txt("default._domainkey.example.org", Keys.rsa(2048))
                .txt("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:d@example.org");
    }

    static DomainLook look(Zone zone, DomainQuestion question) {
        return look(zone, question, _ -> new MailServers.Greeted(MailServers.Reach.NOT_REACHED, Optional.empty()),
                _ -> PolicyServer.Fetched.unseen("nobody is there"));
    }

    static DomainLook look(Zone zone, DomainQuestion question, MailServers servers, PolicyServer policies) {
        return look(zone, question, servers, policies, () -> 0);
    }

    /// @param authorities the domain's own name servers
    static DomainLook look(Zone zone, AuthoritativeServers authorities) {
        return look(zone, authorities, DomainQuestion.about("example.org"), _ -> new MailServers.Greeted(MailServers.Reach.NOT_REACHED,
                Optional.empty()), _ -> PolicyServer.Fetched.unseen("nobody is there"), () -> 0);
    }

    /// @param nanoTime by which a minute is the time for all
    static DomainLook look(Zone zone, DomainQuestion question, MailServers servers, PolicyServer policies, LongSupplier nanoTime) {
        return look(zone, AuthoritativeServers.nobody(), question, servers, policies, nanoTime);
    }

    private static DomainLook look(Zone zone, AuthoritativeServers authorities, DomainQuestion question, MailServers servers,
                                   PolicyServer policies, LongSupplier nanoTime) {
        try {
            return new DomainCheck(zone, authorities, servers, policies, BOOK, Domains::atOnce, InstantSource.fixed(NOW),
                    new OpenQuestions(4), () -> Deadline.in(Duration.ofMinutes(1), nanoTime)).look(question);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static DomainLook look(Zone zone) {
        return look(zone, DomainQuestion.about("example.org"));
    }

    /// What each work depends on is started before it.
    private static <T> Future<T> atOnce(Callable<T> work) {
        var task = new FutureTask<>(work);
        task.run();
        return task;
    }

    static Set<String> codes(DomainLook look) {
        var all = new TreeSet<String>();
        look.diagnosis().diagnoses().stream().map(Finding::code).forEach(code -> all.add(code.id()));
        return all;
    }

    static Set<String> warnings(DomainLook look) {
        var all = new TreeSet<String>();
        look.diagnosis().warnings().stream().map(Finding::code).forEach(code -> all.add(code.id()));
        return all;
    }

    static DomainRecord record(DomainLook look, RecordType type) {
        return look.records().stream().filter(each -> each.type() == type).findFirst().orElseThrow();
    }
}
