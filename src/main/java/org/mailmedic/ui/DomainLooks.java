package org.mailmedic.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.mailmedic.checkup.DomainChecker;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.plan.Options;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.ui.page.Engine;
import org.mailmedic.ui.page.domain.DomainEngine;

/// The real look at a domain's mail records, in the background.
final class DomainLooks implements DomainEngine {
    /// The one look, to be made where the background lets it.
    interface Looker {
        DomainLook look(DomainQuestion question) throws IOException, InterruptedException;
    }

    private final Looker looker;
    private final Executor background;

    DomainLooks(Looker looker, Executor background) {
        this.looker = looker;
        this.background = background;
    }

    /// With this computer's network, and the name servers that it is set to ask.
    static DomainLooks real(ProviderBook book, Executor background) {
        var checker = new DomainChecker(book);
        var manner = new DomainChecker.Manner(List.of(), Optional.empty(), Options.USUAL_TIMEOUT);
        return new DomainLooks(question -> checker.look(question, manner), background);
    }

    @Override
    public Engine.Run start(DomainQuestion question, Consumer<DomainLook> found, Consumer<Throwable> broke) {
        var look = new Looking();
        background.execute(() -> look.run(question, found, broke));
        return look;
    }

    /// A look that may be cancelled before it has begun. Thread-safe. It never interrupts its thread once that does something else.
    private final class Looking implements Engine.Run {
        private Optional<Thread> at = Optional.empty();
        private boolean cancelled;

        void run(DomainQuestion question, Consumer<DomainLook> found, Consumer<Throwable> broke) {
            if (!begin()) {
                return;
            }
            try {
                DomainLook look = looker.look(question);
                if (end()) {
                    found.accept(look);
                }
            } catch (InterruptedException stopped) {
                end();
            } catch (IOException | RuntimeException | Error fault) {
                if (end()) {
                    broke.accept(fault);
                }
            }
        }

        private synchronized boolean begin() {
            at = cancelled ? Optional.empty() : Optional.of(Thread.currentThread());
            return !cancelled;
        }

        /// @return whether anybody still wants to hear of it
        private synchronized boolean end() {
            at = Optional.empty();
            if (cancelled) {
                Thread.interrupted();
            }
            return !cancelled;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            at.ifPresent(Thread::interrupt);
        }
    }
}
