package org.mailmedic.report.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `anna@mail.example` becomes `a•••@mail.example`: who runs the mailbox stays readable, whose it is does not.
final class MailAddressMask implements Mask {
    /// A local part (RFC 5321 §4.1.2), taken widely; one that is masked already is left alone.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}•.!#$%&'*+/=?^_`{|}~-])(\"[^\"\\n]{1,64}\"|[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,128})@(?=[\\p{L}\\p{N}\\[])");

    private final Pseudonyms names;

    /// @param names shared with the mask of the user name, so that both say the same
    MailAddressMask(Pseudonyms names) {
        this.names = names;
    }

    @Override
    public Masking.Kind kind() {
        return Masking.Kind.ADDRESSES;
    }

    @Override
    public String apply(String text, boolean foreign) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(names.name(found.group(1)) + "@"));
    }
}
