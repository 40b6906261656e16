package org.mailmedic.ui.part;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.function.Function;

/// Fills the placeholders of a [MessageFormat] with numbers as a language writes them, whatever the Java platform knows of that language: the
/// program's own image of it knows English alone.
///
/// @param decimalPoint one character
/// @param thousands    one character, between groups of three digits
record FilledText(String decimalPoint, String thousands) {
    /// One place of a message, told by a function.
    private static final class Place extends Format {
        private static final long serialVersionUID = 1;
        private final transient Function<Object, String> words;

        Place(Function<Object, String> words) {
            this.words = words;
        }

        @Override
        public StringBuffer format(Object value, StringBuffer into, FieldPosition at) {
            return into.append(words.apply(value));
        }

        @Override
        public Object parseObject(String text, ParsePosition at) {
            throw new UnsupportedOperationException("words are only written");
        }
    }

    String fill(String words, Object... values) {
        var message = new MessageFormat(words, Locale.ROOT);
        Format[] formats = message.getFormats();
        for (int i = 0; i < formats.length; i++) {
            message.setFormat(i, place(formats[i], values));
        }
        return message.format(values);
    }

    private Format place(Format format, Object... values) {
        return switch (format) {
            case null -> new Place(value -> value instanceof Number number ? written(new DecimalFormat("#,##0.###"), number)
                    : String.valueOf(value));
            case ChoiceFormat choice -> new Place(value -> {
                String chosen = choice.format(value);
                return chosen.indexOf('{') < 0 ? chosen : fill(chosen, values);
            });
            case DecimalFormat number -> new Place(value -> written(number, value));
            case Format other -> other;
        };
    }

    private String written(DecimalFormat form, Object number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(decimalPoint.charAt(0));
        symbols.setGroupingSeparator(thousands.charAt(0));
        NumberFormat own = (NumberFormat) form.clone();
        ((DecimalFormat) own).setDecimalFormatSymbols(symbols);
        return own.format(number);
    }
}
