package org.mailmedic.maildomain.message;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.dmarc.DmarcVerdict;

/// What a delivered message tells.
///
/// @param author     the domain in `From:`
/// @param signatures verified here and now
/// @param arc        the seals of forwarders, verified here and now
/// @param said       what receivers wrote down when it came
/// @param path       its way, from the first server on
/// @param sentFrom   the address that handed it to the receiving side, as far as that can be told
/// @param mailFrom   the envelope sender; empty where it is not known
/// @param dmarc      from the signatures as verified now and SPF as the receiver saw it
/// @param oneClick   whether it can be unsubscribed from with one click (RFC 8058)
public record MessageLook(Optional<String> author, List<DkimResult> signatures, ArcChain arc, List<AuthenticationResults> said,
                          List<Hop> path, Optional<InetAddress> sentFrom, Optional<String> mailFrom, Optional<DmarcVerdict> dmarc,
                          boolean oneClick) {
    public MessageLook {
        signatures = List.copyOf(signatures);
        said = List.copyOf(said);
        path = List.copyOf(path);
    }
}
