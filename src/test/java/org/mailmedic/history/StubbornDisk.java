package org.mailmedic.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The real disk, until the given step; from then on it fails until it is healed.
class StubbornDisk implements Disk {
    private final Disk disk = new SystemDisk();
    private final Runnable fault;
    private int steps;
    private boolean asleep;
    private boolean healed;

    StubbornDisk(int steps, Runnable fault) {
        this.steps = steps;
        this.fault = fault;
    }

    StubbornDisk asleep() {
        asleep = true;
        return this;
    }

    void wake() {
        asleep = false;
    }

    void heal() {
        healed = true;
    }

    private void step() throws IOException {
        if (asleep || healed || steps-- > 0) {
            return;
        }
        steps = 0;
        try {
            fault.run();
        } catch (Sneaked problem) {
            throw (IOException) problem.getCause();
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step();
        disk.makeFolder(folder);
    }

    @Override
    public List<Entry> list(Path folder) throws IOException {
        step();
        return disk.list(folder);
    }

    @Override
    public Instant changed(Path file) throws IOException {
        step();
        return disk.changed(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step();
        // half of it is there when the next step fails
        disk.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        step();
        Files.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        step();
        disk.append(file, Arrays.copyOf(bytes, bytes.length / 2));
        step();
        disk.append(file, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        disk.rename(from, to);
    }

    @Override
    public void sync(Path folder) throws IOException {
        step();
        disk.sync(folder);
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        step();
        return disk.read(file, atMost);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        if (!file.getFileName().toString().endsWith(".part")) {
            step();
        }
        return disk.delete(file);
    }

    /// Throws it out of what may not throw it; this disk hands it on as what it is.
    static void sneak(IOException problem) {
        throw new Sneaked(problem);
    }

    private static final class Sneaked extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Sneaked(IOException problem) {
            super(problem);
        }
    }
}
