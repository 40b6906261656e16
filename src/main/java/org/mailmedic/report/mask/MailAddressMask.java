package org.mailmedic.report.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `anna@mail.example` becomes `a•••@mail.example`: who runs the mailbox stays readable, whose it is does not.
final class MailAddressMask implements Mask {
    /// A local part (RFC 5321 §4.1.2), taken widely; one that is masked already is left alone.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}•.!#$%&'*+/=?^_`{|}~-])(\"[^\"\\n]{1,64}\"|[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,128})@(?=[\\p{L}\\p{N}\\[])");

    /// A domain's record that names mailboxes for reports (RFC 9990, RFC 8460 §3): everybody may look it up, and it is to be entered as it
    /// is written.
    private static final Pattern RECORD = Pattern.compile("v=(?:DMARC1|TLSRPTv1)\\b");
    private static final String URI = "mailto:";

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
        if (text.indexOf('@') < 0) {
            return text;
        }
        boolean record = RECORD.matcher(text).find();
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                record && text.startsWith(URI, found.start() - URI.length()) ? found.group() : names.name(found.group(1)) + "@"));
    }
}
