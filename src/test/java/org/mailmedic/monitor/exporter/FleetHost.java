package org.mailmedic.monitor.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.mailmedic.monitor.batch.FleetServer;
import org.mailmedic.practice.PracticeOptions;
import org.mailmedic.practice.PracticeServer;
import org.mailmedic.practice.fault.Faults;

/// A process that plays a fleet of servers, and one whose certificate has run out, until it is ended. Into the folder that it is given it
/// writes `ready` with their ports, and `authority.pem`.
public final class FleetHost {
    private FleetHost() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(words[0]));
        try (var fleet = FleetServer.start(0, Map.of());
             var expired = PracticeServer.start(Faults.find("cert-expired").orElseThrow(), PracticeOptions.defaults())) {
            Files.writeString(folder.resolve("authority.pem"), expired.authorityPem());
            Path draft = Files.writeString(folder.resolve("draft"), fleet.port() + " " + expired.port());
            Files.move(draft, folder.resolve("ready"), StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        }
    }
}
