package org.mailmedic.practice;

import java.util.List;

/// A message that the practice server accepted.
///
/// @param sender     envelope sender, empty for the null sender
/// @param recipients envelope recipients, in the order given
/// @param signedInAs who had signed in, empty for nobody
/// @param encrypted  whether it came inside TLS
/// @param text       header and body, dots unstuffed, one char per byte
public record ReceivedMessage(String sender, List<String> recipients, String signedInAs, boolean encrypted, String text) {
    public ReceivedMessage {
        recipients = List.copyOf(recipients);
    }
}
