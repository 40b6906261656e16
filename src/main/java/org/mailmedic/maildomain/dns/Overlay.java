package org.mailmedic.maildomain.dns;

import java.util.List;
import org.mailmedic.net.dns.DnsAnswer;
import org.mailmedic.net.dns.DnsData;
import org.mailmedic.net.dns.DnsType;

/// A zone in which one name's TXT records are others: what would be, if a proposal were entered.
public record Overlay(Zone below, String name, List<String> texts) implements Zone {
    @Override
    public DnsAnswer ask(String asked, DnsType type) {
        boolean changed = type == DnsType.TXT && DomainName.plain(asked).equals(DomainName.plain(name));
        return changed ? DnsAnswer.found(texts.stream().<DnsData>map(text -> new DnsData.Text(text, 1)).toList()) : below.ask(asked, type);
    }

    @Override
    public void ahead(String asked, DnsType type) {
        below.ahead(asked, type);
    }
}
