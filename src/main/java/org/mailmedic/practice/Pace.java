package org.mailmedic.practice;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The server's sense of time: pauses in multiples of the delay that was asked for, cut short when the server closes.
record Pace(Duration delay, CountDownLatch closing) {

    void pause(double delays) {
        sleep(Duration.ofNanos((long) (delay.toNanos() * delays)));
    }

    void sleep(Duration time) {
        try {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
