package org.mailmedic.net.transport;

/// What is noted between the lines of a dialogue. Saved in English, which scripts and reports know; `text/notes.properties` tells it in
/// every language, by the constant's name in small letters.
public enum Note {
    CONNECTED("connected to {address}, port {port}"),
    CONNECTED_AGAIN("connected again, {connection}"),
    SOME_ADDRESSES("of {all} addresses the first {tried} are tried"),
    DID_NOT_RUN("this computer did not run meanwhile; once more"),
    UNASKED("nobody had asked for this reply"),
    ENDLESS("the reply goes on and on"),
    TLS("TLS {protocol} {cipher}"),
    TLS_ENDED("TLS handshake ended: {words}"),
    ASKED_AGAIN("asked again on a new connection, with all groups of the key exchange and not X25519 alone"),
    TEST_MESSAGE("the test message, {bytes} bytes");

    private final String template;

    Note(String template) {
        this.template = template;
    }

    public String template() {
        return template;
    }

    /// @param values what stands in the holes, one for each, in their order
    String line(Object... values) {
        var line = new StringBuilder();
        int at = 0;
        for (Object value : values) {
            int open = template.indexOf('{', at);
            line.append(template, at, open).append(value);
            at = template.indexOf('}', open) + 1;
        }
        return line.append(template, at, template.length()).toString();
    }
}
