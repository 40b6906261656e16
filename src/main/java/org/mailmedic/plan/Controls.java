package org.mailmedic.plan;

import java.util.List;

/// Endpoints elsewhere that a check-up compares with (contract: control endpoints file).
///
/// @param tcp      connected to, and greeted where they speak SMTP, to learn whether a port works elsewhere
/// @param http     pages with a known answer, to find a captive portal
/// @param time     pages whose `Date` header is compared with this device's clock
/// @param canaries addresses that can never answer
public record Controls(List<Tcp> tcp, List<Http> http, List<Time> time, List<String> canaries) {
    /// @param smtp whether a greeting can be expected
    /// @param tls  whether it comes inside TLS
    public record Tcp(String host, int port, boolean smtp, boolean tls) {}

    public record Http(String url, int status, String body) {}

    public record Time(String url) {}

    public Controls {
        tcp = List.copyOf(tcp);
        http = List.copyOf(http);
        time = List.copyOf(time);
        canaries = List.copyOf(canaries);
    }

    public static Controls none() {
        return new Controls(List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return tcp.isEmpty() && http.isEmpty() && time.isEmpty() && canaries.isEmpty();
    }
}
