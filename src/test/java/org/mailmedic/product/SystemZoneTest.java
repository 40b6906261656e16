package org.mailmedic.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemZoneTest {
    @TempDir
    private Path folder;

    @Test
    void isTheZoneThatJavaFinds() {
        assertEquals(ZoneId.systemDefault().getRules(), SystemZone.id().getRules());
    }

    @ParameterizedTest
    @CsvSource({"/usr/share/zoneinfo/Europe/Berlin, Europe/Berlin", "../usr/share/zoneinfo/America/Argentina/Ushuaia,"
            + " America/Argentina/Ushuaia", "/usr/share/zoneinfo/Etc/UTC, UTC", "/usr/share/zoneinfo/UTC, UTC",
            "/etc/static/zoneinfo/Asia/../Asia/Tokyo, Asia/Tokyo", "/usr/share/zoneinfo/Etc/GMT+5, Etc/GMT+5"})
    void isSaidByTheLink(String target, String zone) throws IOException {
        assertEquals(ZoneId.of(zone).getRules(), linkedTo(target).orElseThrow().getRules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/share/zoneinfo/EST", "/usr/share/zoneinfo/Mars/Olympus", "/usr/share/zoneinfo/posix/Europe/Berlin",
            "/srv/clock", "/usr/share/zoneinfo/", "/usr/share/zoneinfo/right/Europe/Berlin", "/usr/share/zoneinfo/Europe/B ö"})
    void anyOtherLinkIsLeftToJava(String target) throws IOException {
        assertEquals(Optional.empty(), linkedTo(target));
    }

    private Optional<ZoneId> linkedTo(String target) throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("localtime"), Path.of(target));
        try {
            return SystemZone.linked(link);
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void aCopyIsLeftToJava() throws IOException {
        assertEquals(Optional.empty(), SystemZone.linked(Files.writeString(folder.resolve("localtime"), "TZif2")));
        assertEquals(Optional.empty(), SystemZone.linked(folder.resolve("missing")));
    }
}
