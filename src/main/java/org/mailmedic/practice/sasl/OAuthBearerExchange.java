package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// OAUTHBEARER (RFC 7628). A refusal comes as a challenge with the reason in JSON; the client answers with a single
/// byte 1 and only then gets its 535 (§3.2.3).
final class OAuthBearerExchange implements Exchange {
    private static final Pattern RESPONSE = Pattern.compile("[ny],(?:a=([^,\\x01]*))?,\\x01(?:[a-z]+=[^\\x01]*\\x01)*?"
            + "auth=(?i:Bearer) ([^\\x01]+)\\x01(?:[a-z]+=[^\\x01]*\\x01)*\\x01");
    private static final String REASON = "{\"status\":\"invalid_token\",\"scope\":\"mail\"}";
    private static final String CONFIRMATION = "\1";

    private final Account account;
    private boolean refused;

    OAuthBearerExchange(Account account) {
        this.account = account;
    }

    @Override
    public Turn answer(byte[] response) {
        var text = new String(response, StandardCharsets.UTF_8);
        if (refused) {
            return text.equals(CONFIRMATION) ? new Turn.Refused() : new Turn.Malformed();
        }
        var match = RESPONSE.matcher(text);
        if (!match.matches()) {
            return new Turn.Malformed();
        }
        var name = match.group(1) == null ? "" : match.group(1).replace("=2C", ",").replace("=3D", "=");
        if (account.acceptsToken(name, match.group(2))) {
            return new Turn.Accepted();
        }
        refused = true;
        return new Turn.Challenge(REASON.getBytes(StandardCharsets.US_ASCII));
    }
}
