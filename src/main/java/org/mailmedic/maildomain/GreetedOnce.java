package org.mailmedic.maildomain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.mailmedic.maildomain.transport.MailServers;

/// Greets each host once for all checks of a look, several at the same time, and none after the time is up. Thread-safe.
final class GreetedOnce implements MailServers {
    private final MailServers servers;
    private final DomainCheck.Starter starter;
    private final BooleanSupplier over;
    private final Map<String, Future<Greeted>> greeted = new ConcurrentHashMap<>();

    /// @param over whether the time is up
    GreetedOnce(MailServers servers, DomainCheck.Starter starter, BooleanSupplier over) {
        this.servers = servers;
        this.starter = starter;
        this.over = over;
    }

    @Override
    public void ahead(List<String> hosts) {
        for (String host : hosts) {
            // kept: whoever asks for the host hears of what broke there
            var _ = started(host);
        }
    }

    private Future<Greeted> started(String host) {
        return greeted.computeIfAbsent(host, each -> starter.start(() -> over.getAsBoolean()
                ? new Greeted(Reach.NOT_REACHED, Optional.empty()) : servers.greet(each)));
    }

    @Override
    public Greeted greet(String host) {
        try {
            return started(host).get();
        } catch (ExecutionException broke) {
            throw new IllegalStateException(broke.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Greeted(Reach.NOT_REACHED, Optional.empty());
        }
    }
}
