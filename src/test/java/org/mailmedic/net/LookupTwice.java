package org.mailmedic.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailmedic.net.dns.Resolvers;

/// A program of its own, since a JVM decides once how long it remembers names: looks a name up before and after its entry is changed.
public final class LookupTwice {
    private static final String NAME = "mail.shop.test";

    private LookupTwice() {}

    /// @param args the hosts file that this JVM was told to use
    public static void main(String[] args) throws IOException {
        Path hosts = Path.of(args[0]);
        for (String entry : new String[] {"", "192.0.2.1 " + NAME, "192.0.2.2 " + NAME, ""}) {
            Files.writeString(hosts, "127.0.0.1 localhost\n" + entry + "\n");
            System.out.println(Resolvers.system(NAME).seen().map(answer -> answer.addresses().getFirst().getHostAddress()).orElse("none"));
        }
    }
}
