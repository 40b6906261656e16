package org.mailmedic.net.system.firewall;

/// Which packets of our connections pass a chain. What an answer calls its source is the server: its port and its address.
enum PacketWay {
    /// What we send first; it decides whether a connection is made.
    OUT("dport", "daddr", "sport", "oif", "iif", "new"),
    /// What we send then: a connection is made, and nothing more gets through.
    LATER("dport", "daddr", "sport", "oif", "iif", "established"),
    /// The answers to it.
    IN("sport", "saddr", "dport", "iif", "oif", "established");

    final String serverPort;
    final String serverAddress;
    final String ownPort;
    /// The interface that such packets pass, by the beginning of its key; the other one they do not have.
    final String device;
    final String noDevice;
    /// What the system's connection tracking calls them.
    final String state;

    PacketWay(String serverPort, String serverAddress, String ownPort, String device, String noDevice, String state) {
        this.serverPort = serverPort;
        this.serverAddress = serverAddress;
        this.ownPort = ownPort;
        this.device = device;
        this.noDevice = noDevice;
        this.state = state;
    }
}
