package org.mailmedic.lab.scenario;

import static org.mailmedic.lab.Expected.healthy;
import static org.mailmedic.lab.Expected.problem;
import static org.mailmedic.lab.net.Addresses.*;
import static org.mailmedic.lab.scenario.Given.*;

import java.util.List;
import org.mailmedic.lab.Scenario;
import org.mailmedic.lab.Scenario.Setting;

/// The server takes the mail: what the records of the sender's domain do to it afterwards.
final class DeliveryScenarios {
    private static final String SHOP = "laden-klinik.de";
    private static final String PERSON = "anna@" + SHOP;
    private static final String TAKES_MAIL = "MX mx." + SHOP;
    private static final Setting WELL_KNOWN = name("gmail.com", "TXT v=spf1 redirect=_spf.google.com");

    private DeliveryScenarios() {}

    private static Scenario of(String name) {
        return Scenario.of("delivery", name).asking("--user", PERSON).expect(healthy());
    }

    static List<Scenario> all() {
        return List.of(
            of("nobody is named who may send").with(mailHost(), WELL_KNOWN, name(SHOP, TAKES_MAIL))
                .expect(healthy().warning("domain.spf_missing")),
            of("who may send is named").with(mailHost(), WELL_KNOWN, name(SHOP, TAKES_MAIL, "TXT v=spf1 mx -all")),
            of("the record has a slip").with(mailHost(), WELL_KNOWN, name(SHOP, TAKES_MAIL, "TXT v=spf1 ipv4:192.0.2.1 -all"))
                .expect(healthy().warning("domain.spf_syntax")),
            of("two records").with(mailHost(), WELL_KNOWN, name(SHOP, TAKES_MAIL, "TXT v=spf1 mx -all", "TXT v=spf1 a -all"))
                .expect(healthy().warning("domain.spf_multiple")),
            of("only the network's own name server leaves the record out").with(mailHost(), WELL_KNOWN,
                name(SHOP, TAKES_MAIL, "TXT v=spf1 mx -all"), nameAt(SYSTEM_RESOLVER, SHOP, TAKES_MAIL)),
            of("the name server knows no texts at all").with(mailHost(), name(SHOP, TAKES_MAIL)),
            of("the domain is another one inside").with(mailHost(), WELL_KNOWN, name(SHOP, "10.0.0.5", TAKES_MAIL)),
            of("the domain’s name server is silent").with(mailHost(), WELL_KNOWN, name(SHOP, "SILENT")).within(9),
            of("the quick look asks nothing").with(mailHost(), WELL_KNOWN, name(SHOP, TAKES_MAIL)).asking("--profile", "quick"),
            of("what stops the mail comes alone").with(mailHost(server -> server.on("RCPT", "550 5.1.1 no such user")), WELL_KNOWN,
                name(SHOP, TAKES_MAIL)).asking("--to", "bert@elsewhere.example").expect(problem("send.recipient_rejected").by("you")));
    }
}
