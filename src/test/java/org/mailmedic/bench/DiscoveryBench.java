package org.mailmedic.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailmedic.checkup.Discoverer;
import org.mailmedic.discover.Discovered;
import org.mailmedic.discover.Origin;
import org.mailmedic.discover.Person;
import org.mailmedic.net.TinyDns;
import org.mailmedic.provider.ProviderBook;

/// The search for an address while every network source is silent: when the book's answer is there, and when the search ends.
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class DiscoveryBench {
    private static final int ROUNDS = 7;
    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final double BOOK_AIM_MS = 50;
    private static final double END_AIM_MS = BUDGET.toMillis() + 500;

    @Test
    void withEverybodySilent() throws IOException, InterruptedException {
        try (var dns = TinyDns.answering((name, reply) -> {
                 if (name.endsWith("silent.test.")) {
                     TinyDns.address(reply, name, "127.0.0.1");
                 } else {
                     TinyDns.keepSilent(reply);
                 }
             });
             var web = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            var table = new Table("discovery", "Searching for an address with all network sources silent, budget " + BUDGET.toSeconds()
                    + " s, medians of " + ROUNDS);
            table.line("%-22s %12s %12s %9s %9s", "", "book, first", "book, median", "end", "slowest");
            boolean met = true;
            for (String address : List.of("anna@gmail.com", "anna@shop.example")) {
                List<Double> book = new ArrayList<>();
                List<Double> end = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    measure(address, dns.address(), URI.create("https://ispdb.silent.test:" + web.getLocalPort() + "/"), book, end);
                }
                double slowest = end.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
                // the very first answer of a cold process also loads classes, which the image's cache has ready
                met &= Medians.of(book) <= BOOK_AIM_MS && slowest <= END_AIM_MS;
                table.line("%-22s %12.1f %12.1f %9.0f %9.0f", address, book.getFirst(), Medians.of(book), Medians.of(end), slowest);
            }
            table.line("aim, book within %.0f ms and end within %.0f ms: %s", BOOK_AIM_MS, END_AIM_MS, met ? "met" : "missed");
            table.print();
            assertTrue(met, "slower than aimed at");
        }
    }

    private static void measure(String address, InetSocketAddress dns, URI ispdb, List<Double> book, List<Double> end) throws IOException,
            InterruptedException {
        // a new book each time: the time to read it belongs to the answer
        var discoverer = new Discoverer(ProviderBook.load());
        var manner = new Discoverer.Manner(EnumSet.allOf(Origin.class), List.of(dns), ispdb, Optional.empty(), BUDGET);
        long start = System.nanoTime();
        var heard = new double[] {Double.MAX_VALUE};
        Discovered found = discoverer.discover(Person.parse(address).orElseThrow(), manner, answer -> {
            if (answer.origin() == Origin.LIST) {
                heard[0] = (System.nanoTime() - start) / 1e6;
            }
        });
        end.add((System.nanoTime() - start) / 1e6);
        book.add(heard[0]);
        assertTrue(address.endsWith("gmail.com") == !found.candidates().isEmpty(), found::toString);
    }
}
