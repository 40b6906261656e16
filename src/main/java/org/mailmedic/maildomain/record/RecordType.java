package org.mailmedic.maildomain.record;

import java.util.Locale;

/// What a record, or a group of them, is for.
public enum RecordType {
    SPF, DKIM, DMARC, MX, MTA_STS, TLS_RPT, DANE, PTR, BLOCKLIST, CAA, BIMI;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
