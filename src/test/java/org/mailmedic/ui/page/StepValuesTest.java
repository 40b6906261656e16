package org.mailmedic.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.checkup.RealReports;

final class StepValuesTest {
    /// 587 was checked and is silent, 465 answers.
    private final StepValues values = StepValues.of(RealReports.blocked());

    @Test
    void aPortThatAnswersAndTheNameOfAServer() {
        assertEquals(List.of("465"), values.in("Use port 465 with TLS from the start (SSL/TLS). It gets through from here."));
        assertEquals(List.of("mail.gmx.net"), values.in("In the router, look for “SMTP block”. Add mail.gmx.net to the allowed ones."));
        assertEquals(List.of("smtp.gmail.com", "465"), values.in("Enter smtp.gmail.com, port 465."));
        assertEquals(List.of("9.9.9.9"), values.in("Ask another name server: 9.9.9.9."));
        assertEquals(List.of("shop@gmx.net"), values.in("Sign in as “shop@gmx.net”, not as shop."));
    }

    @Test
    void theSameOnlyOnceAndNeverManyOfThem() {
        assertEquals(List.of("mail.gmx.net"), values.in("Compare mail.gmx.net with mail.gmx.net."));
        assertEquals(3, values.in("a.example.com b.example.com c.example.com d.example.com").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set the port back to 587.", "Port 2525 is for others.", "Wait 465.5 seconds.", "Version 1.465 is old.", "Number 14650.",
        "Call 465-587.", "Open https://mail.gmx.net/help in your browser.", "Look into wp-config.php.", "Restart it, e.g. tonight.",
        "Open Settings > Network.", ""})
    void nothingElse(String step) {
        assertEquals(List.of(), values.in(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "a-", "1.", "@", "a@"})
    void hostileStepsAreSoonDone(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> values.in(piece.repeat(1_900)));
    }
}
