package org.mailmedic.real;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Slurm cluster on this machine: a controller, several slurmd, and MUNGE, each in the foreground and gone with the test. Needs root.
final class SlurmCluster implements Closeable {
    private static final int PORTS = 27_817;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    static SlurmCluster start(Path folder, int nodes) throws IOException {
        var cluster = new SlurmCluster(folder);
        try {
            cluster.begin(nodes);
            return cluster;
        } catch (IOException | RuntimeException | AssertionError failed) {
            cluster.close();
            throw failed;
        }
    }

    private void begin(int nodes) throws IOException {
        String host = Command.of("hostname", "-s").succeed().strip();
        byte[] key = new byte[1024];
        new SecureRandom().nextBytes(key);
        Path keyFile = Files.write(folder.resolve("munge.key"), key);
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("cgroup.conf"), "CgroupPlugin=cgroup/v1\n");
        Files.writeString(folder.resolve("slurm.conf"), """
                ClusterName=mailmedic
                SlurmctldHost=HOST(127.0.0.1)
                SlurmctldPort=PORT0
                SlurmUser=root
                SlurmdUser=root
                AuthType=auth/munge
                AuthInfo=socket=FOLDER/munge.sock
                CredType=cred/munge
                StateSaveLocation=FOLDER/state
                SlurmdSpoolDir=FOLDER/spool-%n
                SlurmctldPidFile=FOLDER/ctld.pid
                SlurmdPidFile=FOLDER/slurmd-%n.pid
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core
                SwitchType=switch/none
                MpiDefault=none
                AccountingStorageType=accounting_storage/none
                JobAcctGatherType=jobacct_gather/none
                MailProg=/bin/true
                NodeName=n[1-COUNT] NodeHostname=HOST NodeAddr=127.0.0.1 Port=[PORT1-PORTN] CPUs=1 State=UNKNOWN
                PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
                """.replace("HOST", host).replace("FOLDER", folder.toString())
                .replace("PORT0", String.valueOf(PORTS)).replace("PORT1", String.valueOf(PORTS + 1))
                .replace("PORTN", String.valueOf(PORTS + nodes)).replace("COUNT", String.valueOf(nodes)));
        start("munged", "munged", "--force", "--foreground", "--socket=" + folder.resolve("munge.sock"), "--key-file=" + keyFile,
                "--log-file=" + folder.resolve("munged.log"),
                "--pid-file=" + folder.resolve("munged.pid"), "--seed-file=" + folder.resolve("munge.seed"));
        Until.isTrue("munge answers", () -> Files.exists(folder.resolve("munge.sock")));
        start("slurmctld", "slurmctld", "-D");
        for (int i = 1; i <= nodes; i++) {
            start("slurmd" + i, "slurmd", "-D", "-N", "n" + i);
        }
        Until.isTrue("all nodes are idle", () -> with(Command.of("sinfo", "--noheader", "--format=%D %t")).run().out().strip()
                .equals(nodes + " idle"));
    }

    private void start(String name, Object... words) throws IOException {
        processes.add(with(Command.of(words)).start(folder.resolve(name + ".out")));
    }

    private Command with(Command command) {
        return command.with("SLURM_CONF", folder.resolve("slurm.conf").toString());
    }

    /// Runs a command of Slurm to its end and insists on success.
    void run(Command command) {
        with(command).succeed();
    }

    @Override
    public void close() {
        for (Process each : processes.reversed()) {
            each.destroy();
        }
        for (Process each : processes) {
            try {
                if (!each.waitFor(10, TimeUnit.SECONDS)) {
                    each.destroyForcibly().waitFor();
                }
            } catch (InterruptedException stopped) {
                each.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
