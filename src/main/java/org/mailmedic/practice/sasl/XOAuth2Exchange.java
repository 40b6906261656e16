package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// XOAUTH2, Google's own. A refusal comes as a challenge with the reason in JSON; the client answers with an empty
/// line and only then gets its 535.
final class XOAuth2Exchange implements Exchange {
    private static final Pattern RESPONSE = Pattern.compile("user=([^\\x01]+)\\x01auth=(?i:Bearer) ([^\\x01]+)\\x01\\x01");
    private static final String REASON = "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}";

    private final Account account;
    private boolean refused;

    XOAuth2Exchange(Account account) {
        this.account = account;
    }

    @Override
    public Turn answer(byte[] response) {
        if (refused) {
            return new Turn.Refused();
        }
        var match = RESPONSE.matcher(new String(response, StandardCharsets.UTF_8));
        if (!match.matches()) {
            return new Turn.Malformed();
        }
        if (account.acceptsToken(match.group(1), match.group(2))) {
            return new Turn.Accepted();
        }
        refused = true;
        return new Turn.Challenge(REASON.getBytes(StandardCharsets.US_ASCII));
    }
}
