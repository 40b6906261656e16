package org.mailmedic.net.system.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProtectionReaderTest {
    @Test
    void linuxByTheNamesOfRunningPrograms() {
        assertEquals(List.of("OpenSnitch", "Portmaster"),
                ProtectionReader.forSystem("Linux").read("systemd\nopensnitchd\n  portmaster-core \nbash\n"));
        assertEquals(List.of(), ProtectionReader.forSystem("Linux").read("systemd\nbash\nopensnitch-ui\n"));
    }

    /// proc(5) cuts names off after fifteen letters.
    @Test
    void longNamesAreCutOff() {
        assertEquals(List.of("Sophos"), ProtectionReader.forSystem("Linux").read("sophos_threat_d\n"));
    }

    @Test
    void windowsByItsSecurityCenter() {
        assertEquals(List.of("Windows Defender", "Avast Antivirus"),
                ProtectionReader.forSystem("Windows 11").read("Windows Defender\r\nAvast Antivirus\r\n\r\nWindows Defender\r\n"));
    }

    @Test
    void macOsByItsSystemExtensions() {
        String list = "2 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n"
                + "*\t*\tMLZF7K7B5R\tat.obdev.littlesnitch.networkextension (5.7/6203)\tLittle Snitch Network Extension\t[activated enabled]\n"
                + "\t\tAAAAAAAAAA\tcom.example.old (1.0/1)\tOld Filter\t[terminated waiting to uninstall on reboot]\n";
        assertEquals(List.of("Little Snitch Network Extension"), ProtectionReader.forSystem("Mac OS X").read(list));
    }

    @Test
    void nonsenseNamesNobody() {
        for (String system : List.of("Linux", "Mac OS X")) {
            assertEquals(List.of(), ProtectionReader.forSystem(system).read("\u0000\u0001 what?\n\t\t\t"));
        }
    }
}
