package org.mailmedic.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

final class ProviderBookTest {
    private static final ProviderBook BOOK = ProviderBook.load();

    @Test
    void byHost() {
        assertEquals("gmail", BOOK.byHost("SMTP.gmail.com.").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byHost("smtp.gmail.com.example.org"));
        assertEquals(Optional.empty(), BOOK.byHost("gmail.com"));
    }

    @Test
    void aStarStandsForOneLabel() {
        assertEquals("ses", BOOK.byHost("email-smtp.eu-west-2.amazonaws.com").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byHost("email-smtp.eu.west.amazonaws.com"));
        assertEquals(Optional.empty(), BOOK.byHost("email-smtp.amazonaws.com"));
    }

    @Test
    void byDomain() {
        assertEquals("webde", BOOK.byDomain("WEB.de").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byDomain("example.org"));
    }

    @Test
    void byMx() {
        assertEquals("gmail", BOOK.byMx("aspmx.l.google.com").orElseThrow().key());
        assertEquals("microsoft365", BOOK.byMx("example-org.mail.protection.outlook.com.").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byMx("notgoogle.com"));
        assertEquals(Optional.empty(), BOOK.byMx("mx.example.org"));
    }

    @Test
    void anMxHostBelongsToTheFirstInTheBookThatHasIt() {
        for (String suffix : BOOK.all().stream().flatMap(provider -> provider.mx().stream()).toList()) {
            for (String host : List.of(suffix, "mx1." + suffix, "a.b." + suffix)) {
                Provider first = BOOK.all().stream().filter(provider -> provider.mx().stream()
                        .anyMatch(each -> host.equals(each) || host.endsWith("." + each))).findFirst().orElseThrow();
                assertEquals(first, BOOK.byMx(host).orElseThrow(), host);
            }
        }
    }

    @Test
    void theServerOfTheDomainsOwnNameGoesFirst() {
        Provider gmx = BOOK.byDomain("gmx.com").orElseThrow();
        assertEquals("mail.gmx.com", gmx.serversFor("gmx.com").getFirst().host());
        assertEquals(gmx.servers().getFirst(), gmx.serversFor("gmx.at").getFirst());
    }

    @Test
    void aServerThatIsMeantForADomainGoesFirst() {
        assertEquals("mail.gmx.com", BOOK.byDomain("gmx.es").orElseThrow().serversFor("gmx.es").getFirst().host());
        assertEquals("mail.gmx.net", BOOK.byDomain("gmx.de").orElseThrow().serversFor("gmx.de").getFirst().host());
    }

    @ParameterizedTest
    @CsvSource({"yahoo.co.jp, smtp.mail.yahoo.co.jp", "rambler.ru, smtp.rambler.ru", "laposte.net, smtp.laposte.net", "sfr.fr, smtp.sfr.fr",
            "libero.it, smtp.libero.it", "wp.pl, smtp.wp.pl", "onet.pl, smtp.poczta.onet.pl", "interia.pl, poczta.interia.pl",
            "btinternet.com, mail.btinternet.com", "telenet.be, smtp.telenet.be", "talktalk.net, smtp.talktalk.net",
            "bbox.fr, smtp.bbox.fr", "shaw.ca, mail.shaw.ca", "139.com, smtp.139.com", "ukr.net, smtp.ukr.net", "sent.com, smtp.fastmail.com",
            "zohomail.eu, smtp.zoho.eu", "yahoo.co.id, smtp.mail.yahoo.com", "westnet.com.au, mail.westnet.com.au", "sina.com, smtp.sina.com", "seznam.cz, smtp.seznam.cz",
            "rogers.com, smtp.mail.yahoo.com", "telus.net, smtp.gmail.com", "videotron.ca, smtp.videotron.ca", "hispeed.ch, smtp.hispeed.ch",
            "netcologne.de, smtp.netcologne.de", "zen.co.uk, mailhost.zen.co.uk", "voo.be, smtp.voo.be", "online.no, smtp.online.no",
            "azet.sk, smtp.azet.sk", "meta.ua, smtp.meta.ua", "otenet.gr, mailgate.otenet.gr", "docomo.ne.jp, smtp.spmode.ne.jp",
            "vip.163.com, smtp.vip.163.com", "mweb.co.za, smtp.mweb.co.za", "iinet.net.au, mail.iinet.net.au", "twc.com, mail.twc.com"})
    void addressesOfManyCountriesFindTheirServer(String domain, String host) {
        assertEquals(host, BOOK.byDomain(domain).orElseThrow().serversFor(domain).getFirst().host());
    }

    @Test
    void furtherDomainsAreFoundAndNeverTakenForWhatASlipMeant() {
        assertEquals("fastmail", BOOK.byDomain("fea.st").orElseThrow().key());
        assertTrue(BOOK.allDomains().noneMatch("fea.st"::equals));
    }

    @Test
    void addressesBelowANameOfTheProviderAreItsOwn() {
        assertEquals("microsoft365", BOOK.byMailDomain("contoso.onmicrosoft.com").orElseThrow().key());
        assertEquals("rr", BOOK.byMailDomain("tampabay.rr.com").orElseThrow().key());
        assertEquals("gmail", BOOK.byMailDomain("gmail.com").orElseThrow().key());
        assertEquals(Optional.empty(), BOOK.byMailDomain("mail.gmail.com"));
        assertEquals(Optional.empty(), BOOK.byMailDomain("notonmicrosoft.com"));
        assertEquals(Optional.empty(), BOOK.byDomain("contoso.onmicrosoft.com"));
    }

    @Test
    void whatFewPeopleUseIsNoSlipOfOthers() {
        assertTrue(BOOK.byDomain("cgl.ucsf.edu").orElseThrow().seldom());
        assertTrue(BOOK.allDomains().noneMatch("cgl.ucsf.edu"::equals));
    }

    @Test
    void theSignInNameIsWrittenAsTheProviderWantsIt() {
        var anna = EmailAddress.parse("anna@example.org").orElseThrow();
        assertEquals("anna@example.org", BOOK.byDomain("gmail.com").orElseThrow().userFor(anna));
        assertEquals("anna", BOOK.byDomain("web.de").orElseThrow().userFor(anna));
        assertEquals("apikey", BOOK.byHost("smtp.sendgrid.net").orElseThrow().userFor(anna));
        assertEquals("", BOOK.byHost("smtp.mailgun.org").orElseThrow().userFor(anna));
    }

    @Test
    void holdsTheProvidersThatPeopleUse() {
        assertTrue(BOOK.all().size() >= 60, () -> BOOK.all().size() + " providers");
        for (String key : List.of("gmail", "microsoft365", "outlook", "yahoo", "icloud", "ionos", "ovh", "godaddy", "ses", "sendgrid",
                "mailgun", "brevo")) {
            assertTrue(BOOK.all().stream().anyMatch(p -> p.key().equals(key)), key);
        }
    }

    @Test
    void everyEntryIsWhole() {
        Set<String> facts = Set.of("servers", "domains", "mx", "user_name", "login", "sign_in", "note", "help");
        for (Provider each : BOOK.all()) {
            assertFalse(each.serversFor("").isEmpty() || each.domains().isEmpty(), each.key());
            assertTrue(each.login().isEmpty() || each.userName() == Provider.UserName.OWN, each.key());
            assertTrue(facts.containsAll(each.unverified()), each.key());
            assertTrue(each.help().isEmpty() || each.help().matches("https?://\\S+"), each.key());
            Stream.concat(each.domains().stream(), each.mx().stream()).forEach(name ->
                    assertEquals(new HostName.Usable(name, false), HostName.read(name), each.key()));
            // what is called second-hand in the words must be so in the data
            assertTrue(!each.source().contains("second-hand") || each.unverified().contains("servers"), each.key());
            assertFalse(each.name().isBlank() || each.source().isBlank(), each.key());
            assertTrue(each.lastChecked().matches("20\\d\\d-\\d\\d"), each.key());
            for (var server : each.servers()) {
                assertTrue(server.host().indexOf('*') >= 0 || HostName.read(server.host()) instanceof HostName.Usable, server.host());
                // Mozilla's list names one provider that speaks TLS at once on 587
                boolean odd = server.host().equals("mobile.charter.net");
                assertEquals(server.port() == 465 || odd, server.security() == Security.TLS, server.host() + " " + server.port());
            }
        }
    }

    @Test
    void keysHostsAndDomainsBelongToOne() {
        assertEquals(BOOK.all().size(), BOOK.all().stream().map(Provider::key).collect(Collectors.toSet()).size());
        BOOK.allHosts().forEach(host -> assertEquals(1, BOOK.all().stream().filter(p -> p.serves(host)).count(), host));
        BOOK.all().stream().flatMap(p -> p.domains().stream())
                .forEach(domain -> assertEquals(1, BOOK.all().stream().filter(p -> p.domains().contains(domain)).count(), domain));
    }
}
