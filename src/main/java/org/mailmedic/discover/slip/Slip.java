package org.mailmedic.discover.slip;

import java.util.Locale;

/// A slip in one field.
///
/// @param value      what stands there; dots in place of a password
/// @param suggestion what was probably meant; empty when nobody can tell, or for a password
public record Slip(Kind kind, SlipField field, String value, String suggestion) {
    private static final String HOST_INVALID = "settings.host_invalid";
    private static final String HOST_TYPO = "settings.host_typo";
    private static final String WRONG_PORT = "settings.wrong_port";

    /// What is wrong, and the code of the contract that it goes under.
    public enum Kind {
        HOST_BLANKS(HOST_INVALID), HOST_INVISIBLE(HOST_INVALID), HOST_QUOTES(HOST_INVALID), HOST_FULL_WIDTH(HOST_INVALID),
                HOST_URL(HOST_INVALID),
        HOST_PATH(HOST_INVALID), HOST_PORT_INSIDE(HOST_INVALID), HOST_ADDRESS(HOST_INVALID), HOST_TRAILING_DOT(HOST_INVALID),
        HOST_MIXED_SCRIPTS(HOST_INVALID), HOST_IMPOSSIBLE(HOST_INVALID),
        HOST_LETTERS(HOST_TYPO), HOST_ENDING(HOST_TYPO), HOST_INCOMING(HOST_TYPO), HOST_MAIL_DOMAIN(HOST_TYPO),
        PORT_NO_NUMBER(WRONG_PORT), PORT_SWAPPED(WRONG_PORT), PORT_INCOMING(WRONG_PORT),
        SECURITY_PORT("settings.security_mismatch"),
        USER_BLANKS("settings.user_invalid"), USER_FORM("settings.user_invalid"),
        ADDRESS_LETTERS("settings.address_typo"),
        PASSWORD_BLANKS("settings.password_blanks");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// The word in the output.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
