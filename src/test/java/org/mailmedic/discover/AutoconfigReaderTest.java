package org.mailmedic.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.AutoconfigReader.Server;
import org.mailmedic.settings.Security;

/// The shapes are those of files that providers publish.
final class AutoconfigReaderTest {
    private static List<Server> read(String xml) throws IOException {
        return AutoconfigReader.read(xml.getBytes(StandardCharsets.UTF_8), People.ANNA);
    }

    private static String config(String servers) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\">\n <emailProvider id=\"shop.example\">\n  <domain>shop.example</domain>\n"
            + "  <incomingServer type=\"imap\"><hostname>imap.shop.example</hostname><port>993</port><socketType>SSL</socketType></incomingServer>\n" + servers + " </emailProvider>\n</clientConfig>\n";
    }

    private static String server(String host, String port, String socket, String user) {
        return "  <outgoingServer type=\"smtp\">\n   <hostname>" + host + "</hostname>\n   <port>" + port + "</port>\n   <socketType>"
                + socket + "</socketType>\n   <username>" + user
            + "</username>\n   <authentication>password-cleartext</authentication>\n  </outgoingServer>\n";
    }

    @Test
    void serversInTheirOrderWithTheirNamesFilled() throws IOException {
        assertEquals(List.of(new Server("smtp.shop.example", 465, Security.TLS, "anna@shop.example"), new Server("mail.shop.example", 587,
                Security.STARTTLS, "anna")),
                read(config(server("smtp.shop.example", "465", "SSL", "%EMAILADDRESS%") + server("mail.%EMAILDOMAIN%", "587", "STARTTLS",
                        "%EMAILLOCALPART%"))));
    }

    @Test
    void withoutEncryptionComesLast() throws IOException {
        assertEquals(List.of(Security.STARTTLS, Security.NONE),
                read(config(server("a.example", "25", "plain", "x") + server("b.example", "587", "STARTTLS", "x"))).stream()
                        .map(Server::security).toList());
    }

    @Test
    void twoAnswersInOneElementRemarksAndCdata() throws IOException {
        String xml = config("<!-- the old one --><outgoingServer type=\"smtp\"><hostname><![CDATA[smtp.shop.example]]></hostname><port> 465 </port><socketType>SSL</socketType>"
            + "<authentication>OAuth2</authentication><authentication>password-cleartext</authentication><restriction>client-IP-address</restriction></outgoingServer>");
        assertEquals(List.of(new Server("smtp.shop.example", 465, Security.TLS, "anna@shop.example")), read(xml));
    }

    @Test
    void entriesThatMakeNoSenseAreLeftOut() throws IOException {
        assertEquals(List.of(), read(config(server("", "465", "SSL", "x") + server("smtp.shop.example", "70000", "SSL", "x")
                + server("smtp.shop.example", "465", "carrier pigeon", "x")
                + server("http://smtp.shop.example/", "465", "SSL", "x") + server("smtp.shop.example", "", "SSL", "x"))));
        assertEquals(List.of(), read(config("")));
        assertEquals(List.of(), read(config("<outgoingServer type=\"carrier\"><hostname>a.example</hostname><port>465</port><socketType>SSL</socketType></outgoingServer>")));
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        for (String text : List.of("", "hello", "<html><body>404</body></html>", "<clientConfig>", config("").replace("</emailProvider>",
                ""), "\0\0\0", "{\"json\": true}",
                "<a>".repeat(50), "<clientConfig>" + "<a>".repeat(5000))) {
            assertThrows(IOException.class, () -> read(text), text);
        }
    }

    /// XML external entities and their kin: neither a file of this computer nor a page elsewhere nor a memory's worth of text comes in.
    @Test
    void definitionsOfItsOwnAreRefused() {
        String host = server("&x;", "465", "SSL", "u");
        for (String dtd : List.of("<!DOCTYPE clientConfig [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE clientConfig [<!ENTITY x \"smtp.evil.example\">]>",
                "<!DOCTYPE clientConfig SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                        "<!DOCTYPE c [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
                "<!DOCTYPE clientConfig [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/evil.dtd\"> %p;]>")) {
            String xml = config(host).replace("<clientConfig", dtd + "<clientConfig");
            assertThrows(IOException.class, () -> read(xml), dtd);
        }
    }

    @Test
    void neverMoreThanAFewServersAndShortValues() throws IOException {
        assertEquals(10, read(config(server("smtp.shop.example", "465", "SSL", "u").repeat(200))).size());
        assertTrue(read(config(server("a".repeat(100_000) + ".example", "465", "SSL", "u"))).isEmpty());
        for (String piece : List.of("u".repeat(250_000), "<![CDATA[" + "u".repeat(250_000) + "]]>", "u<!-- -->".repeat(25_000))) {
            assertTrue(read(config(server("smtp.shop.example", "465", "SSL", piece))).getFirst().toString().length() < 1000);
        }
    }
}
