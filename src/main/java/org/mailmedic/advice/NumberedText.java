package org.mailmedic.advice;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;

/// Fills texts with `{0}`, `{0,number,0.0}` and `{0,choice,…}` ([MessageFormat]), with the decimal sign and the groups of digits of the
/// language. These come from the text book `words`: the program's own Java has no locale data but English, and would write every number the
/// English way. Thread-safe.
public final class NumberedText {
    private final DecimalFormatSymbols symbols;

    public NumberedText(Locale language) {
        this(TextBook.open("words", language));
    }

    NumberedText(TextBook words) {
        symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(words.get("decimal_point").charAt(0));
        symbols.setGroupingSeparator(words.get("digit_group").charAt(0));
    }

    /// @param values numbers are written as the text says, everything else as it is
    public String fill(String text, Object... values) {
        var message = new MessageFormat(text, Locale.ROOT);
        Format[] formats = message.getFormats();
        for (int i = 0; i < formats.length; i++) {
            message.setFormat(i, switch (formats[i]) {
                case null -> new Written(plain());
                case ChoiceFormat choice -> new Chosen(choice, values);
                case DecimalFormat number -> {
                    number.setDecimalFormatSymbols(symbols);
                    yield number;
                }
                default -> formats[i];
            });
        }
        return message.format(values);
    }

    private DecimalFormat plain() {
        return new DecimalFormat("#,##0.###", symbols);
    }

    /// A value without a form of its own.
    private static final class Written extends Writing {
        private static final long serialVersionUID = 1;
        private final transient DecimalFormat numbers;

        Written(DecimalFormat numbers) {
            this.numbers = numbers;
        }

        @Override
        String write(Object value) {
            return value instanceof Number ? numbers.format(value) : String.valueOf(value);
        }
    }

    /// One of several texts, which may have holes itself.
    private final class Chosen extends Writing {
        private static final long serialVersionUID = 1;
        private final transient ChoiceFormat choice;
        private final transient Object[] values;

        Chosen(ChoiceFormat choice, Object[] values) {
            this.choice = choice;
            this.values = values;
        }

        @Override
        String write(Object value) {
            String text = choice.format(value);
            return text.indexOf('{') < 0 ? text : fill(text, values);
        }
    }

    private abstract static class Writing extends Format {
        private static final long serialVersionUID = 1;

        abstract String write(Object value);

        @Override
        public final StringBuffer format(Object value, StringBuffer into, FieldPosition where) {
            return into.append(write(value));
        }

        @Override
        public final Object parseObject(String text, ParsePosition where) {
            throw new UnsupportedOperationException("it only writes");
        }
    }
}
