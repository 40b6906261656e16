package org.mailmedic.probe;

import org.mailmedic.net.smtp.SmtpDialogue;
import org.mailmedic.net.transport.Connection;
import org.mailmedic.net.transport.Transcript;
import org.mailmedic.plan.Route;

/// One open connection to one route, and the dialogue on it. Used by one thread at a time; `close` may come from any.
public record Visit(Route route, SmtpDialogue dialogue, Transcript transcript) implements AutoCloseable {
    public Connection link() {
        return dialogue.link();
    }

    /// Whether the server has not said a word yet, inside TLS where there is TLS.
    public boolean silent() {
        return link().firstByteNanos() == 0;
    }

    /// Goes on with another connection to the same route, and forgets what was read from this one.
    void replaced(Visit fresh) {
        link().replaced(fresh.link());
        dialogue.forget();
    }

    @Override
    public void close() {
        link().close();
    }
}
