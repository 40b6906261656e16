package org.mailmedic.monitor.batch;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailmedic.plan.Options;
import org.mailmedic.settings.EmailAddress;
import org.mailmedic.settings.Login;
import org.mailmedic.settings.Security;
import org.mailmedic.settings.Settings;
import org.mailmedic.settings.Symptom;
import org.mailmedic.settings.UserInfo;

/// Reads the list: JSON lines or CSV, any number of lines, one at a time. A line that cannot be used is told as one and stops nothing.
/// Not thread-safe.
public final class TargetReader {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_VALUE = 4_096;

    private final Rows rows;
    private final Settings usual;
    private final Options options;
    private final LongSet known = new LongSet();

    private TargetReader(Rows rows, Settings usual, Options options) {
        this.rows = rows;
        this.usual = usual;
        this.options = options;
    }

    /// The fields of a line, which are the columns that CSV may have.
    public static List<String> fields() {
        return Fields.KNOWN;
    }

    /// @param usual   what a line leaves out; its login too
    /// @param options likewise
    /// @throws Unfit when nothing of the list can be used
    public static TargetReader open(InputStream in, Settings usual, Options options) throws IOException, Unfit {
        return new TargetReader(Rows.of(new Lines(new ListText(in))), usual, options);
    }

    /// @return empty at the end of the list
    public Optional<Target> next() throws IOException {
        Optional<Row> row = rows.next();
        return row.isPresent() ? Optional.of(target(row.get())) : Optional.empty();
    }

    private Target target(Row row) {
        String id = String.valueOf(row.number());
        try {
            if (row.trouble().isPresent()) {
                throw row.trouble().get();
            }
            var given = new Given(row.values());
            id = given.id().orElse(id);
            given.checkNames();
            if (!known.add(LongSet.hash(id))) {
                throw new Unfit("id_twice", Map.of("id", id));
            }
            return given.text("domain").isPresent() ? domain(row, id, given) : server(row, id, given);
        } catch (Unfit why) {
            return new Target.Unusable(row.number(), id, row.values().get("host") instanceof String host && host.length() <= LONGEST_VALUE
                    ? UserInfo.masked(host) : "", Given.plainPort(row.values().get("port")), why);
        }
    }

    private Target domain(Row row, String id, Given given) throws Unfit {
        if (given.text("host").isPresent()) {
            throw new Unfit("host_and_domain");
        }
        return new Target.Domain(row.number(), id, UserInfo.masked(given.text("domain").orElseThrow()), timed(given));
    }

    private Target server(Row row, String id, Given given) throws Unfit {
        String host = given.text("host").or(() -> Optional.of(usual.host()).filter(name -> !name.isBlank()))
                .orElseThrow(() -> new Unfit("no_host"));
        Security security = given.choice("security", Security::of, "auto, tls, starttls, none").orElse(usual.security());
        Symptom symptom = given.choice("symptom", Symptom::of, "website, mail-program, device, server").orElse(usual.symptom());
        Optional<String> user = given.text("user").or(() -> usual.login().userName());
        Optional<SecretSource> secret = given.secret().or(() -> shared(usual.login()));
        Login name = user.isPresent() ? new Login.NameOnly(user.get()) : new Login.None();
        var settings = new Settings(host, given.port().isPresent() ? given.port() : usual.port(), security, name, usual.mechanism(),
                given.address("from").or(usual::from), given.address("to").or(usual::to), symptom, usual.send(),
                        usual.allowPlaintextPassword());
        return new Target.Server(row.number(), id, settings, timed(given), secret);
    }

    private static Optional<SecretSource> shared(Login login) {
        return switch (login) {
            case Login.None(), Login.NameOnly(_) -> Optional.empty();
            case Login.Password(var _, var password) -> Optional.of(new SecretSource.Shared(password, false));
            case Login.AccessToken(var _, var token) -> Optional.of(new SecretSource.Shared(token, true));
        };
    }

    private Options timed(Given given) throws Unfit {
        Options chosen = options;
        Optional<Options.Profile> profile = given.choice("profile", word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "quick" -> Optional.of(Options.Profile.QUICK);
            case "full" -> Optional.of(Options.Profile.FULL);
            default -> Optional.<Options.Profile>empty();
        }, "quick, full");
        if (profile.isPresent()) {
            chosen = chosen.withProfile(profile.get());
        }
        Optional<Duration> timeout = given.timeout();
        return timeout.isPresent() ? chosen.withTimeout(timeout.get()) : chosen;
    }

    /// The values of one line.
    private record Given(Map<String, Object> values) {
        /// @throws Unfit for the first field that may not be there; one that is left empty does not count
        void checkNames() throws Unfit {
            for (var entry : values.entrySet()) {
                if (entry.getValue() != null) {
                    Fields.check(entry.getKey());
                }
            }
        }

        Optional<String> id() throws Unfit {
            Object id = values.get("id");
            if (id instanceof BigDecimal number && number.scale() <= 0 && number.precision() < 20) {
                return Optional.of(number.toBigInteger().toString());
            }
            Optional<String> text = text("id");
            if (text.isPresent() && text.get().length() > LONGEST_ID) {
                throw new Unfit("id_long", Map.of("most", String.valueOf(LONGEST_ID)));
            }
            return text;
        }

        Optional<String> text(String field) throws Unfit {
            Object value = values.get(field);
            if (value == null) {
                return Optional.empty();
            }
            if (!(value instanceof String text)) {
                throw new Unfit("type", Map.of("field", field, "kind", "text"));
            }
            if (text.length() > LONGEST_VALUE) {
                throw new Unfit("value_long", Map.of("field", field));
            }
            return Optional.of(text).filter(t -> !t.isBlank());
        }

        <T> Optional<T> choice(String field, Function<String, Optional<T>> read, String words) throws Unfit {
            Optional<String> text = text(field);
            Optional<T> chosen = text.flatMap(read);
            if (text.isPresent() && chosen.isEmpty()) {
                throw new Unfit("choice", Map.of("field", field, "words", words, "value", text.get()));
            }
            return chosen;
        }

        Optional<EmailAddress> address(String field) throws Unfit {
            Optional<String> text = text(field);
            Optional<EmailAddress> address = text.flatMap(EmailAddress::parse);
            if (text.isPresent() && address.isEmpty()) {
                throw new Unfit("address", Map.of("field", field, "value", text.get()));
            }
            return address;
        }

        Optional<SecretSource> secret() throws Unfit {
            Optional<String> file = text("password_file");
            Optional<String> variable = text("password_env");
            Optional<String> token = text("access_token_file");
            if ((file.isPresent() ? 1 : 0) + (variable.isPresent() ? 1 : 0) + (token.isPresent() ? 1 : 0) > 1) {
                throw new Unfit("two_secrets");
            }
            return file.<SecretSource>map(SecretSource.PasswordFile::new).or(() -> variable.map(SecretSource.PasswordVariable::new))
                    .or(() -> token.map(SecretSource.TokenFile::new));
        }

        OptionalInt port() throws Unfit {
            Object value = values.get("port");
            OptionalInt port = plainPort(value);
            if (value != null && port.isEmpty()) {
                throw new Unfit(value instanceof Rows.Nested || value instanceof Boolean ? "port_type" : "port", Map.of("value",
                        value.toString()));
            }
            return port;
        }

        /// CSV has texts, JSON has numbers; a text of digits is taken from both.
        static OptionalInt plainPort(@Nullable Object value) {
            try {
                int port = switch (value) {
                    case BigDecimal number -> number.intValueExact();
                    case String text when text.length() < 9 -> Integer.parseInt(text.strip());
                    case null, default -> 0;
                };
                return port >= 1 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
            } catch (ArithmeticException | NumberFormatException noPort) {
                return OptionalInt.empty();
            }
        }

        Optional<Duration> timeout() throws Unfit {
            Object value = values.get("timeout");
            if (value == null) {
                return Optional.empty();
            }
            try {
                var seconds = value instanceof BigDecimal number ? number : new BigDecimal(String.valueOf(value).strip());
                boolean plain = Math.abs(seconds.scale()) < 20 && seconds.precision() < 20;
                var time = plain ? Duration.ofMillis(seconds.movePointRight(3).longValue()) : Duration.ZERO;
                if (time.compareTo(Options.SHORTEST_TIMEOUT) >= 0 && time.compareTo(Options.LONGEST_TIMEOUT) <= 0) {
                    return Optional.of(time);
                }
            } catch (NumberFormatException noNumber) {
                // said below
            }
            throw new Unfit("timeout", Map.of("value", String.valueOf(value)));
        }
    }
}
