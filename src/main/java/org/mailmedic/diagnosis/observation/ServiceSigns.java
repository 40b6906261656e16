package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.regex.Pattern;

/// Tells a service by the first bytes it sends.
public final class ServiceSigns {
    private static final String UNKNOWN = "unknown";

    private record Sign(String service, Pattern start) {
        Sign(String service, String start) {
            this(service, Pattern.compile(start, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("HTTP", "^(HTTP/\\d|<!doctype|<html|<\\?xml)"),
            new Sign("IMAP", "^\\* (OK|PREAUTH|BYE)\\b"),
            new Sign("POP3", "^(\\+OK|-ERR)\\b"),
            new Sign("SSH", "^SSH-\\d"),
            // FTP greets with 220 as SMTP does (RFC 959 §4.2), so only its name tells.
            new Sign("FTP", "^220[ -](?!.*SMTP).*(FTP|FileZilla)"),
            new Sign("LMTP", "^220[ -](?!.*SMTP).*\\bLMTP\\b"));

    private ServiceSigns() {}

    /// `HTTP`, `IMAP`, `POP3`, `SSH`, `FTP`, `LMTP` or `unknown`.
    public static String what(String firstBytes) {
        return SIGNS.stream().filter(sign -> sign.start().matcher(firstBytes.strip()).find()).map(Sign::service).findFirst()
                .orElse(UNKNOWN);
    }

    public static boolean known(String firstBytes) {
        return !what(firstBytes).equals(UNKNOWN);
    }
}
