package org.mailmedic.discover;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.mailmedic.discover.Discovered.Answer;
import org.mailmedic.discover.slip.MailDomains;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.transport.Share;
import org.mailmedic.provider.ProviderBook;

/// Asks every source side by side and ranks what they say. Knocking at ports comes last, and only when nobody knows anything: it is
/// the one source that bothers a server which may have nothing to do with it.
///
/// The threads are the caller's; so is the clock.
public final class Discovery {
    /// How long the others may still take once the list has answered: they can only add to it.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ProviderBook book;
    private final List<Source> beside;
    private final Optional<Source> last;
    private final Executor threads;
    private final LongSupplier nanoTime;

    /// @param beside asked side by side; none when the network is not to be used
    /// @param last   asked when they know nothing
    Discovery(ProviderBook book, List<Source> beside, Optional<Source> last, Executor threads, LongSupplier nanoTime) {
        this.book = book;
        this.beside = List.copyOf(beside);
        this.last = last;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /// What the book alone says. Asks nobody and starts nothing: fit for every key that is typed.
    public static Discovered offline(ProviderBook book, Person person, LongSupplier nanoTime) {
        return new Discovery(book, List.of(), Optional.empty(), _ -> { }, nanoTime).fromBook(person);
    }

    private Discovered fromBook(Person person) {
        var answer = ask(new ProviderListSource(book), person, Deadline.in(Duration.ZERO, nanoTime));
        return new Discovered(answer.look().found(), List.of(answer), MailDomains.meant(person.domain(), book)
                .map(domain -> person.address().localPart() + "@" + domain));
    }

    /// As [#run], telling what is known so far with each answer.
    public Discovered follow(Person person, Duration budget, Consumer<Discovered> listener) throws InterruptedException {
        List<Answer> come = new ArrayList<>();
        Optional<String> meant = fromBook(person).meant();
        return run(person, budget, answer -> {
            come.add(answer);
            listener.accept(Discovered.of(come, meant));
        });
    }

    /// @param budget   for everything together; returns at most a moment later, even if sources hang
    /// @param listener hears of each answer as it comes, on the calling thread
    public Discovered run(Person person, Duration budget, Consumer<Answer> listener) throws InterruptedException {
        Deadline whole = Deadline.in(budget, nanoTime);
        Discovered listed = fromBook(person);
        List<Answer> answers = new ArrayList<>(listed.answers());
        answers.forEach(listener);
        boolean known = !listed.candidates().isEmpty();
        Deadline first = known ? whole.orIn(GRACE) : whole.orIn(Share.of(budget, 3, 5));
        collect(beside, person, first, answers, listener);
        if (last.isPresent()) {
            boolean settled = answers.stream().anyMatch(a -> a.look() instanceof Look.Found || a.look() instanceof Look.NotOffered);
            if (settled) {
                note(new Answer(last.get().origin(), new Look.Skipped(), 0), answers, listener);
            } else {
                collect(List.of(last.get()), person, whole, answers, listener);
            }
        }
        return Discovered.of(answers, listed.meant());
    }

    private void collect(List<Source> sources, Person person, Deadline deadline, List<Answer> answers, Consumer<Answer> listener)
            throws InterruptedException {
        BlockingQueue<Answer> come = new LinkedBlockingQueue<>();
        List<Source> waiting = new ArrayList<>(sources);
        long start = nanoTime.getAsLong();
        for (Source source : sources) {
            threads.execute(() -> come.add(ask(source, person, deadline)));
        }
        while (!waiting.isEmpty()) {
            Answer answer = come.poll(deadline.remaining().toMillis() + 100, TimeUnit.MILLISECONDS);
            if (answer == null) {
                break;
            }
            waiting.removeIf(source -> source.origin() == answer.origin());
            note(answer, answers, listener);
        }
        double tookMs = (nanoTime.getAsLong() - start) / 1e6;
        waiting.forEach(source -> note(new Answer(source.origin(), new Look.Late(), tookMs), answers, listener));
    }

    private static void note(Answer answer, List<Answer> answers, Consumer<Answer> listener) {
        answers.add(answer);
        listener.accept(answer);
    }

    private Answer ask(Source source, Person person, Deadline deadline) {
        long start = nanoTime.getAsLong();
        Look look;
        try {
            look = source.look(person, deadline);
        } catch (IOException | RuntimeException noAnswer) {
            boolean late = source.origin() != Origin.LIST && deadline.passed();
            look = late ? new Look.Late() : new Look.Failed(because(noAnswer));
        }
        return new Answer(source.origin(), look, (nanoTime.getAsLong() - start) / 1e6);
    }

    private static String because(Exception noAnswer) {
        return noAnswer.getMessage() == null ? noAnswer.getClass().getSimpleName() : noAnswer.getMessage();
    }
}
