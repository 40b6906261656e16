package org.mailmedic.net.transport;

import java.io.IOException;
import org.mailmedic.evidence.Failure;

/// What came was no reply of the protocol that is spoken, or came when nothing may come. The message is what came.
public final class UnexpectedBytes extends IOException {
    private final Failure failure;

    public UnexpectedBytes(Failure failure, String raw) {
        super(raw);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
