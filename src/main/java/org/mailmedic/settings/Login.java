package org.mailmedic.settings;

import java.util.Optional;

/// How to sign in, if at all.
public sealed interface Login {
    /// Nothing was given: no sign-in is tried.
    record None() implements Login {}

    /// A user name without a password: everything but the sign-in is checked.
    record NameOnly(String user) implements Login {}

    record Password(String user, Secret password) implements Login {}

    /// An OAuth 2 access token, for XOAUTH2 and OAUTHBEARER (RFC 7628).
    record AccessToken(String user, Secret token) implements Login {}

    default Optional<String> userName() {
        return switch (this) {
            case None() -> Optional.empty();
            case NameOnly(var user) -> Optional.of(user);
            case Password(var user, var _) -> Optional.of(user);
            case AccessToken(var user, var _) -> Optional.of(user);
        };
    }

    /// True when a sign-in is asked for.
    default boolean hasCredentials() {
        return switch (this) {
            case None(), NameOnly(_) -> false;
            case Password(_, _), AccessToken(_, _) -> true;
        };
    }

    /// Wipes what is secret in it.
    default void wipe() {
        switch (this) {
            case None(), NameOnly(_) -> { }
            case Password(var _, var password) -> password.close();
            case AccessToken(var _, var token) -> token.close();
        }
    }
}
