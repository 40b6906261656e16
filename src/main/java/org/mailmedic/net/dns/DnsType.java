package org.mailmedic.net.dns;

import org.xbill.DNS.Type;

/// The kinds of records that mail depends on.
public enum DnsType {
    A(Type.A), AAAA(Type.AAAA), MX(Type.MX), TXT(Type.TXT), PTR(Type.PTR), NS(Type.NS), CNAME(Type.CNAME), TLSA(Type.TLSA), CAA(Type.CAA);

    private final int number;

    DnsType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
