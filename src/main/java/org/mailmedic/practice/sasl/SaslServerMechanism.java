package org.mailmedic.practice.sasl;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// The SASL mechanisms that the server really verifies.
public enum SaslServerMechanism {
    PLAIN("PLAIN", PlainExchange::new),
    LOGIN("LOGIN", LoginExchange::new),
    CRAM_MD5("CRAM-MD5", CramMd5Exchange::new),
    SCRAM_SHA_1("SCRAM-SHA-1", account -> new ScramExchange(account, "SHA-1", "HmacSHA1")),
    SCRAM_SHA_256("SCRAM-SHA-256", account -> new ScramExchange(account, "SHA-256", "HmacSHA256")),
    XOAUTH2("XOAUTH2", XOAuth2Exchange::new),
    OAUTHBEARER("OAUTHBEARER", OAuthBearerExchange::new);

    private final String officialName;
    private final Function<Account, Exchange> begin;

    SaslServerMechanism(String officialName, Function<Account, Exchange> begin) {
        this.officialName = officialName;
        this.begin = begin;
    }

    public static Optional<SaslServerMechanism> find(String name) {
        return Arrays.stream(values()).filter(each -> each.officialName.equals(name)).findFirst();
    }

    public Exchange begin(Account account) {
        return begin.apply(account);
    }
}
