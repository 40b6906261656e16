package org.mailmedic.advice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.mailmedic.diagnosis.Code;

/// Every English page of advice, and facts as a check-up would find them for all that any page mentions.
final class EnglishPages {
    static final AdvicePages PAGES = new AdvicePages(Locale.ENGLISH);
    static final Map<String, String> USUAL = usual();
    private static final Set<String> AREAS = Set.of("settings", "network", "dns", "port", "tcp", "smtp", "tls", "device", "auth", "send",
            "domain", "app");

    private EnglishPages() {}

    static List<Code> codes() {
        return Arrays.stream(Code.values()).filter(code -> AREAS.contains(code.id().split("\\.")[0])).toList();
    }

    static Stream<DynamicTest> each(BiConsumer<Code, AdvicePage> check) {
        return codes().stream().map(code -> DynamicTest.dynamicTest(code.id(), () -> check.accept(code, PAGES.page(code).orElseThrow())));
    }

    private static Map<String, String> usual() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("host", "mail.example-shop.com");
        facts.put("hostName", "mail.example-shop.com");
        facts.put("port", "587");
        facts.put("security", "STARTTLS");
        facts.put("user", "anna@example-shop.com");
        facts.put("kept", "Your password was not sent");
        facts.put("otherUser", "anna@example-shop.com");
        facts.put("ownAddress", "anna@example-shop.com");
        facts.put("domain", "example-shop.com");
        facts.put("provider", "Example Mail");
        facts.put("time", "20 November 2026, 14:02 (UTC+01:00)");
        facts.put("from", "anna@example-shop.com");
        facts.put("to", "otto@example.net");
        facts.put("reply", "550 5.7.1 Not today");
        facts.put("finality", "no");
        facts.put("address", "192.0.2.17");
        facts.put("addresses", "192.0.2.1 and 192.0.2.2");
        facts.put("typed", "mail.exmaple-shop.com");
        facts.put("suggestion", "mail.example-shop.com");
        facts.put("slip", "url");
        facts.put("missing", "password");
        facts.put("otherPort", "465");
        facts.put("otherSecurity", "TLS from the start (SSL/TLS)");
        facts.put("openPorts", "465 and 443");
        facts.put("onlyPort", "465");
        facts.put("severalPorts", "465, 2525");
        facts.put("failure", "tls_no_common");
        facts.put("where", "encrypt");
        facts.put("spoke", "unknown");
        facts.put("banner", "220 other.example ESMTP");
        facts.put("delay", "14.8");
        facts.put("timeoutAdvice", "30");
        facts.put("budget", "10");
        facts.put("name", "example-shop.com");
        facts.put("names", "srv.example.net, www.example.net");
        facts.put("nameHint", "srv.example.net");
        facts.put("commonName", "mail.example-shop.com");
        facts.put("issuer", "Example CA");
        facts.put("subject", "srv.example.net");
        facts.put("expires", "2026-03-01");
        facts.put("validFrom", "2027-03-01");
        facts.put("days", "12");
        facts.put("product", "Example Antivirus");
        facts.put("protocol", "TLS 1.1");
        facts.put("reason", "unknown_authority");
        facts.put("mechanism", "PLAIN");
        facts.put("mechanisms", "XOAUTH2 and GSSAPI");
        facts.put("resolver", "192.0.2.53");
        facts.put("alias", "gone.example.net");
        facts.put("limit", "50");
        facts.put("list", "zen.spamhaus.org");
        facts.put("offset", "10800");
        facts.put("elsewhere", "smtp.gmail.com");
        facts.put("silentPorts", "25, 465");
        facts.put("denied", "smtp.example.com");
        facts.put("server", "ns1.example.net");
        facts.put("other", "ns2.example.net");
        facts.put("without", "ns2.example.net");
        facts.put("told", "v=spf1 mx -all");
        facts.put("otherTold", "v=spf1 a -all");
        facts.put("gone", "_dmarc.example-shop.com");
        facts.put("minutes", "40");
        facts.put("hours", "12");
        facts.put("rule", "nft filter output: port 587 drop");
        facts.put("family", "IPv6");
        facts.put("protection", "Example Antivirus");
        facts.put("vpn", "wg0");
        facts.put("otherHost", "imap.example.net");
        facts.put("count", "9");
        facts.put("good", "5");
        facts.put("name", "_dmarc.example-shop.com");
        facts.put("value", "v=DMARC1; p=none; rua=mailto:dmarc-reports@example-shop.com");
        facts.put("record", "v=DMARC1; p=nothing");
        facts.put("dnsHost", "Example DNS");
        facts.put("enforced", "reject");
        facts.put("dnsWhere", "your domain, DNS records");
        facts.put("lookups", "12");
        facts.put("voidLookups", "3");
        facts.put("term", "include:gone.example.net");
        facts.put("include", "gone.example.net");
        facts.put("sender", "mail.example-shop.com (192.0.2.17)");
        facts.put("result", "fail");
        facts.put("selector", "default");
        facts.put("bits", "768");
        facts.put("problems", "invalid_value:p");
        facts.put("mx", "mx.example-shop.com");
        facts.put("why", "status.404");
        facts.put("ip", "192.0.2.17");
        facts.put("entry", "192.0.2.17");
        facts.put("delist", "https://list.example/remove");
        facts.put("company", "Example Hosting");
        facts.put("companyWay", "Open a ticket in its panel.");
        facts.put("companyOften", "It opens the port on request.");
        facts.put("machine", "web7.example.net");
        facts.put("ownAddress", "192.0.2.80");
        facts.put("selinux", "system_u:system_r:httpd_t:s0");
        facts.put("hereWorks", "587");
        facts.put("rightBanner", "mx.example.net");
        facts.put("functions", "fsockopen, stream_socket_client");
        facts.put("version", "7.4.3");
        facts.put("bundle", "/etc/ssl/cert.pem");
        facts.put("bundleDate", "2015-03-01");
        facts.put("openssl", "OpenSSL 1.0.2");
        facts.put("location", "http://login.hotel.example/");
        return facts;
    }
}
