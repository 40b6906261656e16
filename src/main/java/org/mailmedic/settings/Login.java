package org.mailmedic.settings;

import java.util.Optional;

/// How to sign in, if at all.
public sealed interface Login {
    /// Nothing was given: no sign-in is tried.
    record None() implements Login {
        @Override
        public Optional<String> userName() {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> secret() {
            return Optional.empty();
        }
    }

    /// A user name without a password: everything but the sign-in is checked.
    record NameOnly(String user) implements Login {
        @Override
        public Optional<String> userName() {
            return Optional.of(user);
        }

        @Override
        public Optional<Secret> secret() {
            return Optional.empty();
        }
    }

    record Password(String user, Secret password) implements Login {
        @Override
        public Optional<String> userName() {
            return Optional.of(user);
        }

        @Override
        public Optional<Secret> secret() {
            return Optional.of(password);
        }
    }

    /// An OAuth 2 access token, for XOAUTH2 and OAUTHBEARER (RFC 7628).
    record AccessToken(String user, Secret token) implements Login {
        @Override
        public Optional<String> userName() {
            return Optional.of(user);
        }

        @Override
        public Optional<Secret> secret() {
            return Optional.of(token);
        }
    }

    Optional<String> userName();

    /// The password or the token. Each kind says it of itself: a switch over types is made anew at every start.
    Optional<Secret> secret();

    /// True when a sign-in is asked for.
    default boolean hasCredentials() {
        return secret().isPresent();
    }

    /// Wipes what is secret in it.
    default void wipe() {
        secret().ifPresent(Secret::close);
    }
}
