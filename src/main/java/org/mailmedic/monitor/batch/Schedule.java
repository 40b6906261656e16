package org.mailmedic.monitor.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/// Who may begin: so many at once, so few at one server, and one at a time there that signs in. A busy server's lines wait without holding
/// up the others', as far as the window reaches. Each task has a virtual thread of its own. Thread-safe.
///
/// A task begins when those before it have really begun: on a computer that cannot keep up, more at once would only make each of them
/// slower, and what is measured a measure of this computer.
final class Schedule {
    /// So many threads may wait for a processor before their first step.
    private static final int BEGINNING = 2;
    private final int jobs;
    private final int perServer;
    private final int window;
    private final ThreadFactory threads;
    private final Map<String, Lane> lanes = new HashMap<>();
    /// Lanes of which something may begin, the one that waits longest first.
    private final Set<Lane> ready = new LinkedHashSet<>();
    private final Set<Thread> running = new HashSet<>();
    private int waiting;
    private int beginning;
    private boolean stopped;

    private record Task(Lane lane, boolean signsIn, Runnable work) {}

    private static final class Lane {
        private final String server;
        private final Deque<Task> signers = new ArrayDeque<>();
        private final Deque<Task> others = new ArrayDeque<>();
        private int running;
        private boolean signing;

        private Lane(String server) {
            this.server = server;
        }

        private boolean mayBegin(int most) {
            return running < most && (!others.isEmpty() || !signing && !signers.isEmpty());
        }

        private Task take() {
            Task task = !signing && !signers.isEmpty() ? signers.poll() : others.poll();
            running++;
            signing |= task.signsIn();
            return task;
        }

        private boolean idle() {
            return running == 0 && signers.isEmpty() && others.isEmpty();
        }
    }

    /// @param window how many may wait
    Schedule(int jobs, int perServer, int window) {
        this(jobs, perServer, window, Thread.ofVirtual().name("batch").factory());
    }

    Schedule(int jobs, int perServer, int window, ThreadFactory threads) {
        this.jobs = jobs;
        this.perServer = perServer;
        this.window = window;
        this.threads = threads;
    }

    /// Hands in a task, and waits while too many wait already.
    ///
    /// @param work must not throw
    /// @return false when nothing begins any more
    synchronized boolean add(String server, boolean signsIn, Runnable work) throws InterruptedException {
        while (waiting >= window && !stopped) {
            wait();
        }
        if (stopped) {
            return false;
        }
        Lane lane = lanes.computeIfAbsent(server, Lane::new);
        (signsIn ? lane.signers : lane.others).add(new Task(lane, signsIn, work));
        waiting++;
        mark(lane);
        begin();
        return true;
    }

    private void mark(Lane lane) {
        if (lane.mayBegin(perServer)) {
            ready.add(lane);
        } else {
            ready.remove(lane);
        }
    }

    private void begin() {
        while (running.size() < jobs && beginning < BEGINNING && !ready.isEmpty() && !stopped) {
            Lane lane = ready.iterator().next();
            ready.remove(lane);
            Task task = lane.take();
            waiting--;
            mark(lane);
            Thread thread = threads.newThread(() -> run(task));
            running.add(thread);
            beginning++;
            thread.start();
        }
        notifyAll();
    }

    private void run(Task task) {
        try {
            begun();
            task.work().run();
        } finally {
            ended(task);
        }
    }

    private synchronized void begun() {
        beginning--;
        begin();
    }

    private synchronized void ended(Task task) {
        running.remove(Thread.currentThread());
        Lane lane = task.lane();
        lane.running--;
        if (task.signsIn()) {
            lane.signing = false;
        }
        if (lane.idle()) {
            lanes.remove(lane.server);
        }
        mark(lane);
        begin();
    }

    /// Waits until all has ended.
    synchronized void await() throws InterruptedException {
        while (!running.isEmpty() || waiting > 0 && !stopped) {
            wait();
        }
    }

    /// Nothing begins any more, and what is under way is interrupted.
    synchronized void stop() {
        stopped = true;
        running.forEach(Thread::interrupt);
        notifyAll();
    }
}
