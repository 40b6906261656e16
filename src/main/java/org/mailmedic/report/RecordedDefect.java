package org.mailmedic.report;

/// A bug of ours that was written down: only its type is known.
public final class RecordedDefect extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RecordedDefect(String type) {
        super(type, null, false, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedDefect that && getMessage().equals(that.getMessage());
    }

    @Override
    public int hashCode() {
        return getMessage().hashCode();
    }
}
