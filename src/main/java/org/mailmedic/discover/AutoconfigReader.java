package org.mailmedic.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mailmedic.settings.HostName;
import org.mailmedic.settings.Security;

/// Reads the outgoing servers out of an autoconfig file, the form that Thunderbird defined and many domains publish
/// (wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat, version 1.1). The file is hostile until proven otherwise:
/// no document type, no entities of its own, nothing fetched, bounded depth and number.
final class AutoconfigReader {
    private static final int DEEPEST = 12;
    private static final int MOST_SERVERS = 10;
    private static final int LONGEST_VALUE = 300;

    /// @param user with its place-holders filled
    record Server(String host, int port, Security security, String user) {}

    private final Person person;
    private final List<Server> servers = new ArrayList<>();

    private AutoconfigReader(Person person) {
        this.person = person;
    }

    /// The outgoing servers, encrypted ones first, otherwise in the file's order; entries that make no sense are left out.
    ///
    /// @throws IOException when it is no such file
    static List<Server> read(byte[] xml, Person person) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        var reader = new AutoconfigReader(person);
        try {
            reader.walk(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException senseless) {
            throw new IOException("it is no autoconfig file", senseless);
        }
        return reader.servers.stream().sorted((a, b) -> Boolean.compare(a.security() == Security.NONE, b.security() == Security.NONE))
                .toList();
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException, IOException {
        List<String> path = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        var text = new StringBuilder();
        while (xml.hasNext() && servers.size() < MOST_SERVERS) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new IOException("it brings definitions of its own");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.isEmpty() && !xml.getLocalName().equals("clientConfig") || path.size() >= DEEPEST) {
                        throw new IOException("it is no autoconfig file");
                    }
                    path.add(xml.getLocalName());
                    if (path.size() == 3) {
                        values.clear();
                        values.put("type", String.valueOf(xml.getAttributeValue(null, "type")));
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    String piece = xml.getText();
                    text.append(piece, 0, Math.min(piece.length(), LONGEST_VALUE - text.length()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.size() == 4) {
                        values.putIfAbsent(path.getLast(), text.toString().strip());
                    } else if (path.size() == 3 && path.getLast().equals("outgoingServer")) {
                        server(values).ifPresent(servers::add);
                    }
                    path.removeLast();
                    text.setLength(0);
                }
                default -> { }
            }
        }
    }

    private Optional<Server> server(Map<String, String> values) {
        String host = filled(values.getOrDefault("hostname", ""));
        Optional<Security> security = security(values.getOrDefault("socketType", ""));
        int port = port(values.getOrDefault("port", ""));
        boolean smtp = "smtp".equalsIgnoreCase(values.get("type"));
        if (!smtp || port == 0 || security.isEmpty() || !(HostName.read(host) instanceof HostName.Usable(var ascii, var _))) {
            return Optional.empty();
        }
        return Optional.of(new Server(ascii.toLowerCase(Locale.ROOT), port, security.get(),
                filled(values.getOrDefault("username", "%EMAILADDRESS%"))));
    }

    private static Optional<Security> security(String socketType) {
        return switch (socketType.toUpperCase(Locale.ROOT)) {
            case "SSL", "TLS" -> Optional.of(Security.TLS);
            case "STARTTLS" -> Optional.of(Security.STARTTLS);
            case "PLAIN" -> Optional.of(Security.NONE);
            default -> Optional.empty();
        };
    }

    private static int port(String digits) {
        return digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= 65535 ? Integer.parseInt(digits) : 0;
    }

    private String filled(String value) {
        return value.replace("%EMAILADDRESS%", person.address().toString()).replace("%EMAILLOCALPART%", person.address().localPart())
                .replace("%EMAILDOMAIN%", person.domain()).strip();
    }
}
