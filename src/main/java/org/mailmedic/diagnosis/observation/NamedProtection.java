package org.mailmedic.diagnosis.observation;

import java.util.List;
import java.util.stream.Collectors;
import org.mailmedic.diagnosis.Facts;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.OffRoute.Interface;
import org.mailmedic.evidence.OffRoute.InterfaceLook;
import org.mailmedic.evidence.OffRoute.ProtectionLook;

/// What this computer has that may stop or open connections: named, never accused.
public final class NamedProtection {
    private static final int MOST_NAMED = 3;

    private NamedProtection() {}

    /// Adds `protection`, the names of its programs for protection, and `vpn`, the interfaces that look like a VPN's.
    public static Facts add(Facts facts, CaseFile file) {
        String protection = file.all(ProtectionLook.class).flatMap(l -> l.outcome().seen().stream()).flatMap(List::stream).distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String vpn = file.all(InterfaceLook.class).flatMap(l -> l.outcome().seen().stream()).flatMap(List::stream).filter(Interface::vpn)
                .map(Interface::name).distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return facts.and("protection", protection).and("vpn", vpn);
    }
}
