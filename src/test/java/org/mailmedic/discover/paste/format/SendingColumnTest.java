package org.mailmedic.discover.paste.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailmedic.discover.paste.format.SendingColumn.Row;

final class SendingColumnTest {
    private final SendingColumn column = new SendingColumn(List.of("outgoing"), List.of("incoming"));

    @Test
    void eachRowIsItsLabelAndTheCellForSending() {
        assertInstanceOf(Row.Heading.class, row("\tIncoming\tOutgoing"));
        assertEquals("Server\tsmtp.example.org", setting("Server\timap.example.org\tsmtp.example.org"));
        assertEquals("Port\t587", setting("Port\t993\t587"));
    }

    @Test
    void theHeadingMayLeaveOutTheCellAboveTheLabels() {
        assertInstanceOf(Row.Heading.class, row("Outgoing\tIncoming"));
        assertEquals("Server\tsmtp.example.org", setting("Server\tsmtp.example.org\timap.example.org"));
    }

    @Test
    void aRowMayBeginWithTheMark() {
        assertInstanceOf(Row.Heading.class, row("| | Incoming | Outgoing |"));
        assertEquals("Port\t587", setting("| Port | 993 | 587 |"));
        assertInstanceOf(Row.Heading.class, row("| Outgoing | Incoming |"));
        assertEquals("\tsmtp.example.org", setting("| smtp.example.org | imap.example.org |"));
    }

    @Test
    void aLineWithoutCellsEndsTheTable() {
        row("Mail | Incoming | Outgoing");
        assertEquals("Port\t587", setting("Port | 993 | 587"));
        assertInstanceOf(Row.Other.class, row("That is all."));
        assertInstanceOf(Row.Other.class, row("Port\t993\t587"));
    }

    @Test
    void aRowWithServersIsNoHeading() {
        assertInstanceOf(Row.Other.class, row("Incoming imap.example.org\tOutgoing smtp.example.org"));
        assertInstanceOf(Row.Other.class, row("Incoming and outgoing\tPort"));
    }

    private Row row(String text) {
        return column.row(PageLineTest.line(text));
    }

    private String setting(String text) {
        return assertInstanceOf(Row.Setting.class, row(text)).line().text();
    }
}
