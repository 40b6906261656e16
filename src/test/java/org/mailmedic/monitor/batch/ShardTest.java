package org.mailmedic.monitor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShardTest {
    private static Target of(long number, String host) {
        return new Target.Unusable(number, "x", host, OptionalInt.empty(), new Unfit("not_json"));
    }

    @Test
    void everyLineIsInOneShardAndEveryHostTogether() {
        int[] sizes = new int[8];
        for (int i = 0; i < 2_000; i++) {
            Target target = of(i, i % 10 == 0 ? "" : "mail" + i / 4 + ".example.org");
            int[] in = IntStream.rangeClosed(1, 8).filter(shard -> new Shard(shard, 8).has(target)).toArray();
            assertEquals(1, in.length);
            sizes[in[0] - 1]++;
            Target other = of(i + 77_777, "MAIL" + i / 4 + ".example.org.");
            assertTrue(target.server().isEmpty() || new Shard(in[0], 8).has(other));
        }
        assertTrue(Arrays.stream(sizes).min().orElseThrow() > 150, Arrays.toString(sizes));
    }

    @Test
    void theSameOnEveryMachineForEver() {
        // the first eight bytes of SHA-256, unsigned, modulo the count: worked out by another program
        assertTrue(new Shard(5, 8).has(of(1, "mail.example.org")));
        assertTrue(new Shard(3, 7).has(of(1, "smtp.example.net")));
        assertTrue(new Shard(972, 1000).has(of(1, "192.0.2.1")));
    }

    @Test
    void onlyShardsThatThereAre() {
        assertThrows(IllegalArgumentException.class, () -> new Shard(0, 8));
        assertThrows(IllegalArgumentException.class, () -> new Shard(9, 8));
        assertThrows(IllegalArgumentException.class, () -> new Shard(1, 0));
    }
}
