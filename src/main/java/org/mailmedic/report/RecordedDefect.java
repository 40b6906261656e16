package org.mailmedic.report;

/// A bug of ours that was written down: only its type is known.
public final class RecordedDefect extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String type;

    public RecordedDefect(String type) {
        super(type, null, false, false);
        this.type = type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedDefect that && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }
}
