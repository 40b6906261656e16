package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.mailmedic.settings.Secret;

/// Where a line's password or token comes from. It is read when the line's turn has come and wiped right after.
sealed interface SecretSource {
    int LONGEST = 64 * 1024;

    record PasswordFile(String file) implements SecretSource {}

    record PasswordVariable(String variable) implements SecretSource {}

    record TokenFile(String file) implements SecretSource {}

    /// The one that was given for all lines.
    ///
    /// @param token whether it is an access token
    record Shared(Secret secret, boolean token) implements SecretSource {}

    default boolean token() {
        return switch (this) {
            case PasswordFile _, PasswordVariable _ -> false;
            case TokenFile _ -> true;
            case Shared(var _, var token) -> token;
        };
    }

    /// @param environment the value of a variable, null where it is not set
    /// @return the caller's, who wipes it
    default Secret read(Function<String, String> environment) throws Unfit {
        return switch (this) {
            case PasswordFile(var file) -> fromFile(file);
            case TokenFile(var file) -> fromFile(file);
            case PasswordVariable(var variable) -> {
                String value = environment.apply(variable);
                if (value == null) {
                    throw new Unfit("variable", Map.of("variable", variable));
                }
                yield Secret.of(value);
            }
            case Shared(var secret, var _) -> secret.copy();
        };
    }

    private static Secret fromFile(String file) throws Unfit {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST || !isUtf8(bytes)) {
                Arrays.fill(bytes, (byte) 0);
                throw new Unfit("secret_no_text", Map.of("file", file));
            }
            return Secret.ofUtf8Line(bytes);
        } catch (IOException | InvalidPathException unreadable) {
            throw new Unfit("secret_unreadable", Map.of("file", file));
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            var chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            Arrays.fill(chars.array(), '\0');
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }
}
