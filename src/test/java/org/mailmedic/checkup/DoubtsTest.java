package org.mailmedic.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailmedic.diagnosis.Cases;
import org.mailmedic.evidence.Evidence.NameLookup;

final class DoubtsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        20 21 22 20 19 25 21 20                 | false
        20 21 22 20 19 1021 21 20               | true
        20 21 22 20 -1 25 21 20                 | true
        20 21 1022 20 -1 25 21 20               | false
        -1 -1 -1 -1 -1 -1 -1 -1                 | false
        640 650 640 660 655 640 648 650         | false
        620 640 1100 800 655 640 648 650        | false
        """)
    void oneOddConnectOfEightIsWorthAsManyAgain(String milliseconds, boolean undecided) {
        List<Double> connects = Arrays.stream(milliseconds.strip().split(" ")).map(Double::valueOf).toList();
        assertEquals(undecided, Doubts.chanceMayDecide(connects));
    }

    @ParameterizedTest
    @CsvSource({"20, 1520, true", "330, 1530, true", "1510, 1520, false", "20, 700, false", "1520, 20, false"})
    void aQuestionThatWasAskedAgainIsASignOfLostPackets(double others, double own, boolean doubt) {
        var file = Cases.starttls().after(others).answer("192.0.2.53", "A", "192.0.2.1")
                .after(own).answer(NameLookup.SYSTEM, "any", "192.0.2.1").file();
        assertEquals(doubt, new Doubts(file).lineMayLosePackets());
    }
}
