package org.mailmedic.net.web;

import java.io.IOException;
import org.mailmedic.evidence.Failure;
import org.mailmedic.net.transport.Failures;

/// A page that could not be had, for a reason of ours and not of the network's.
public final class UnfetchedException extends IOException {
    private static final long serialVersionUID = 1;
    private final String id;

    /// @param id `fetch.<id>` in `text/words.properties` says it to people
    UnfetchedException(String id, String message) {
        super(message);
        this.id = id;
    }

    /// Why a page could not be had, as an id that people's words are kept under: `fetch.<id>` or `failure.<id>`.
    public static String why(IOException problem) {
        return switch (problem) {
            case UnfetchedException ours -> ours.id;
            case BoundedDocument.UnprovenException _ -> "unproven";
            default -> {
                Failure connecting = Failures.connecting(problem, () -> true).failure().orElse(Failure.OTHER);
                yield (connecting == Failure.OTHER ? Failures.talking(problem).failure().orElse(Failure.OTHER) : connecting).id();
            }
        };
    }

    /// That the web server answered with a status that is none of a page: 404.
    public static String said(int status) {
        return "status." + status;
    }
}
