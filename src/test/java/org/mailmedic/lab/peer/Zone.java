package org.mailmedic.lab.peer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// What one resolver says. Values of a name: addresses, `-> other.name` for an alias, or one word: `NXDOMAIN`, `NODATA`, `SERVFAIL`,
/// `REFUSED`, `SILENT`; `AAAA:` and such a word before the addresses is about that type alone. `MX ` and a host, and `TXT ` and a text of
/// at most 255 characters, stand among the addresses. The name `*` stands for every name that is not listed; without it they do not exist.
/// Thread-safe.
public final class Zone {
    private static final int TTL = 5;
    private static final int LONGEST_CHAIN = 9;
    private final Map<String, List<String>> names = new HashMap<>();

    public synchronized void clear() {
        names.clear();
    }

    public synchronized void put(String name, String... values) {
        names.put(name, List.of(values));
    }

    public synchronized void remove(String name) {
        names.remove(name);
    }

    /// @return the reply, empty for none
    public synchronized byte[] answer(Message question) throws IOException {
        var record = question.getQuestion();
        var reply = new Message(question.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.RD);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(record, Section.QUESTION);
        Name name = record.getName();
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            List<String> values = values(name);
            String first = values.getFirst();
            if (first.startsWith("AAAA:")) {
                first = record.getType() == Type.AAAA ? first.substring(5) : values.get(1);
            }
            if (first.startsWith("-> ")) {
                Name target = Name.fromString(first.substring(3), Name.root);
                reply.addRecord(new CNAMERecord(name, DClass.IN, TTL, target), Section.ANSWER);
                name = target;
                continue;
            }
            switch (first) {
                case "SILENT" -> {
                    return new byte[0];
                }
                case "NXDOMAIN" -> reply.getHeader().setRcode(Rcode.NXDOMAIN);
                case "SERVFAIL" -> reply.getHeader().setRcode(Rcode.SERVFAIL);
                case "REFUSED" -> reply.getHeader().setRcode(Rcode.REFUSED);
                case "NODATA" -> reply.getHeader().setRcode(Rcode.NOERROR);
                default -> addresses(reply, name, record.getType(), values);
            }
            break;
        }
        return reply.toWire();
    }

    private List<String> values(Name name) {
        String text = name.toString(true).toLowerCase(Locale.ROOT);
        return names.getOrDefault(text, names.getOrDefault("*", List.of("NXDOMAIN")));
    }

    private static void addresses(Message reply, Name name, int type, List<String> values) throws IOException {
        for (String value : values.stream().filter(each -> !each.startsWith("AAAA:")).toList()) {
            if (value.startsWith("MX ") || value.startsWith("TXT ")) {
                if (value.startsWith(Type.string(type) + " ")) {
                    reply.addRecord(mailRecord(name, type, value.substring(value.indexOf(' ') + 1)), Section.ANSWER);
                }
                continue;
            }
            var address = java.net.InetAddress.ofLiteral(value);
            boolean six = value.indexOf(':') >= 0;
            if (six && type == Type.AAAA) {
                reply.addRecord(new AAAARecord(name, DClass.IN, TTL, address), Section.ANSWER);
            } else if (!six && type == Type.A) {
                reply.addRecord(new ARecord(name, DClass.IN, TTL, address), Section.ANSWER);
            }
        }
    }

    private static Record mailRecord(Name name, int type, String value) throws IOException {
        return type == Type.MX ? new MXRecord(name, DClass.IN, TTL, 10, Name.fromString(value, Name.root))
                : new TXTRecord(name, DClass.IN, TTL, value);
    }
}
