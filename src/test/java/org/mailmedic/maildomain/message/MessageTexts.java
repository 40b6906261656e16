package org.mailmedic.maildomain.message;

import java.nio.charset.StandardCharsets;
import org.mailmedic.settings.UnfitFileException;

/// Messages as tests write them down.
public final class MessageTexts {
    private MessageTexts() {}

    public static MessageFile read(String text) {
        try {
            return MessageFile.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UnfitFileException none) {
            throw new AssertionError(none);
        }
    }
}
