package org.mailmedic.lab.net;

import java.util.List;

/// Who lives where. All of it from ranges for documentation (RFC 5737, RFC 3849) and private use, except where a scenario needs an
/// address that means something to the program.
public final class Addresses {
    private Addresses() {}

    public static final String CLIENT = "10.77.0.2";
    public static final String CLIENT6 = "2001:db8:77::2";
    public static final String ROUTER = "10.77.0.1";
    public static final String ROUTER6 = "2001:db8:77::1";

    /// The mail server of nearly all scenarios, and two more addresses of it.
    public static final String SERVER = "198.51.100.10";
    public static final String SERVER6 = "2001:db8:51::10";
    public static final String SERVER_B = "198.51.100.11";
    public static final String SERVER_C = "198.51.100.12";
    /// Where nobody is: packets get there and are forgotten.
    public static final String NOBODY = "198.51.100.99";
    public static final String NOBODY6 = "2001:db8:51::99";
    public static final String PRIVATE = "192.168.50.10";
    /// In a range of Cloudflare.
    public static final String WEB_ONLY = "104.16.5.5";

    public static final List<String> CONTROLS = List.of("203.0.113.11", "203.0.113.12", "192.0.2.13");
    public static final List<String> CONTROLS6 = List.of("2001:db8:c1::11", "2001:db8:c2::12", "2001:db8:c3::13");
    public static final String WEB = "203.0.113.80";
    public static final String CANARY = "203.0.113.254";

    /// The resolver that the client's system is set to.
    public static final String SYSTEM_RESOLVER = "10.77.1.53";
    public static final List<String> PUBLIC_RESOLVERS = List.of("203.0.113.53", "192.0.2.53");
}
