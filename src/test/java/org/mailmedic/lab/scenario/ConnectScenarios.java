package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.NOBODY;
import static org.mailmedic.lab.net.Addresses.SERVER;
import static org.mailmedic.lab.net.Addresses.SERVER6;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.peer.Conversation;

/// Who keeps a connection from being made: this computer, the network, the hosting company, the server, or a wrong port.
final class ConnectScenarios {
    private static final String WITHOUT_RIGHTS = "--bounding-set=-net_admin";

    private ConnectScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("connect", name);
    }

    static List<Scenario> all() {
        return List.of(
            of("587 is dropped on the way, other ports get through").with(mailHost(), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network").naming("465")).within(8),
            of("587 is dropped on the way, and the server has nothing else").with(mailHostOn(587), forward("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("the same, measured on the website's server").with(mailHost(), forward("tcp dport 587 drop")).asking("--symptom", "server")
                .expect(problem("port.blocked_by_hosting").by("hosting")).within(8),
            of("all mail ports are dropped on the way").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("all mail ports are dropped at a hosting company").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } drop"))
                .asking("--symptom", "server").expect(problem("port.blocked_by_hosting").by("hosting")).within(8),
            of("only the target drops everything").with(mailHost(), input("tcp dport { 25, 465, 587, 2525 } drop"))
                .expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("nobody is at the target's address").with(named(NOBODY)).expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("nobody there, seen from the website's server").with(named(NOBODY)).asking("--symptom", "server")
                .expect(problem("tcp.timeout").by("mail_provider")).within(8),
            of("the target refuses, nothing runs there").with(named(SERVER)).expect(problem("tcp.refused").by("mail_provider")).within(6),
            of("the target refuses on both families").with(named(SERVER, SERVER6)).expect(problem("tcp.refused").by("mail_provider")).within(6),
            of("587 is reset near you").with(mailHost(), forward("tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network").naming("465")).within(6),
            of("all mail ports are reset near you").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } reject with tcp reset"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("587 is prohibited on the way").with(mailHost(), forward("tcp dport 587 reject with icmpx type admin-prohibited"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("587 is port-unreachable on the way").with(mailHost(), forward("tcp dport 587 reject with icmpx type port-unreachable"))
                .expect(problem("port.blocked_by_network").by("network")).within(6),
            of("port 25 is dropped by the provider, as at home").with(mailHost(), forward("tcp dport 25 drop")).asking("--port", "25")
                .expect(problem("port.blocked_by_network").by("network")).within(8),
            of("587 is dropped for all but one control").with(mailHostOn(25, 465, 587), forward("tcp dport 587 ip daddr != 203.0.113.11 drop", "meta nfproto ipv6 tcp dport 587 drop"))
                .expect(problem("settings.wrong_port").by("you").also("port.blocked_by_network").naming("465")).within(8),

            of("this computer's firewall drops 587").with(mailHost(), output("tcp dport 587 drop"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer's firewall rejects 587").with(mailHost(), output("tcp dport 587 reject with tcp reset"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer's firewall rejects 587 by ICMP").with(mailHost(), output("tcp dport 587 reject"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("this computer's firewall prohibits 587").with(mailHost(), output("tcp dport 587 reject with icmpx type admin-prohibited"))
                .expect(problem("port.blocked_by_device").by("device")).within(8),
            of("it drops 587, and nobody may read its rules").with(mailHost(), output("tcp dport 587 drop"))
                .through("setpriv", WITHOUT_RIGHTS).expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network")).within(8),
            of("it rejects 587, and nobody may read its rules").with(mailHost(), output("tcp dport 587 reject with tcp reset"))
                .through("setpriv", WITHOUT_RIGHTS).expect(problem("port.blocked_by_network", "port.blocked_by_device").by("network")).within(8),
            of("a rule for another port is no reason").with(mailHost(), output("tcp dport 26 drop")).expect(healthy()),
            of("a prohibited route, as of a VPN's kill switch").with(mailHost(),
                    Given.ip(org.mailmedic.lab.net.Host.CLIENT, "route replace prohibit " + SERVER, "route replace prohibit " + SERVER6))
                .expect(problem("port.blocked_by_device").by("device")).within(8),

            of("wrong port: 588 refuses, 587 greets").with(mailHost()).asking("--port", "588")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(6),
            of("wrong port: 588 is silent, 587 greets").with(mailHost(), input("tcp dport 588 drop")).asking("--port", "588")
                .expect(problem("settings.wrong_port").by("you").naming("587")).within(8),
            of("587 is not served here, 465 is").with(mailHostOn(25, 465)).expect(problem("settings.wrong_port").by("you").naming("465")).within(6),
            of("587 is silent at the target, 465 greets, controls answer on 587").with(mailHostOn(25, 465), input("tcp dport 587 drop"))
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(8),
            of("the same without controls").with(mailHostOn(25, 465), input("tcp dport 587 drop")).asking("--controls", "none")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(8),
            of("587 refuses, without controls").with(mailHostOn(465)).asking("--controls", "none")
                .expect(problem("settings.wrong_port").by("you").naming("465")).within(6),
            of("nothing answers, without controls").with(named(NOBODY)).asking("--controls", "none")
                .expect(problem("tcp.timeout").also("port.blocked_by_network")).within(8),
            of("everything refuses, without controls").with(named(SERVER)).asking("--controls", "none")
                .expect(problem("tcp.refused").by("mail_provider")).within(6),

            of("the server's side says host unreachable").with(mailHost(), input("tcp dport 0-65535 reject with icmpx type host-unreachable"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("the server's side says prohibited").with(mailHost(), input("tcp dport 0-65535 reject with icmpx type admin-prohibited"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("the way to the target's network is missing, controls get through").with(mailHost(),
                    forward("ip daddr 198.51.100.0/24 reject with icmp type net-unreachable", "ip6 daddr 2001:db8:51::/48 reject with icmpv6 type no-route"))
                .expect(problem("tcp.unreachable").by("mail_provider")).within(8),
            of("every host is unreachable on the mail ports").with(mailHost(), forward("tcp dport { 25, 465, 587, 2525 } reject with icmpx type host-unreachable"))
                .expect(problem("port.blocked_by_network").by("network")).within(8),

            of("accepted, then reset by the server").with(named(SERVER), serving(SERVER, 587, _ -> Conversation.reset()))
                .expect(problem("tcp.reset").by("mail_provider")).within(8),
            of("accepted, then reset by the network, whoever is asked").with(mailHost(), toRouter("587", _ -> Conversation.reset()))
                .expect(problem("port.blocked_by_network").by("network").also("tcp.reset")).within(8),
            of("accepted, then closed").with(only(587, _ -> Conversation.hangUp())).expect(problem("smtp.dropped").by("mail_provider")).within(8));
    }
}
