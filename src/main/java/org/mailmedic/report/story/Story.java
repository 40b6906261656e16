package org.mailmedic.report.story;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailmedic.report.Tone;
import org.mailmedic.report.log.LogTold;

/// A report laid out for reading, in words and in order, but without a form yet: what [HtmlReport] and [PdfReport] both show. Every text in
/// it is inert and bounded ([StoryTeller]).
///
/// @param headline what is wrong, or that nothing is
/// @param badges   who can fix it, and how sure that is; the first one in the headline's tone
/// @param checked  which server, and when
/// @param summary  one paragraph
/// @param journey  of the mail; empty where the owner's part begins with two, one from each place
/// @param owner    the first page: what a person who wants their mail to go out needs
/// @param expert   the rest
public record Story(String language, String program, String title, String headline, Tone tone, List<String> badges, String checked,
        String summary, Optional<Block.Journey> journey, List<Section> owner, String expertTitle, String expertIntro, List<Section> expert,
        String footer) {
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// One thing on a page.
    public sealed interface Block {
        record Text(String text, boolean quiet) implements Block {}

        /// Numbered things to do.
        record Steps(List<String> steps) implements Block {}

        /// A finished message, with its line breaks.
        record Letter(String text) implements Block {}

        /// @param stations in the order in which mail travels
        record Journey(List<Station> stations) implements Block {}

        /// @param note what is said below the name: the state, and how long it took
        record Station(String name, String note, Tone tone) {}

        /// When each step began and how long it took.
        ///
        /// @param totalMs the right end of all bars, greater than 0
        /// @param name    of the whole, for those who cannot see it
        record Waterfall(String name, List<Bar> bars, double totalMs) implements Block {}

        record Bar(String name, String duration, double startMs, double durationMs, Tone tone) {}

        /// What a mail log says was tried, over time.
        ///
        /// @param name   of the whole
        /// @param legend what the colours stand for
        record Attempts(String name, LogTold.Legend legend, List<LogTold.Tries> rows) implements Block {
            /// The attempts of the fullest row, at least 1.
            public long most() {
                return Math.max(1, rows.stream().mapToLong(LogTold.Tries::all).max().orElse(1));
            }
        }

        /// A diagnosis or warning with what it rests on.
        record Finding(String title, Tone tone, String facts, String summary, List<String> steps, List<Cell> evidence) implements Block {}

        /// @param head empty when it needs none; otherwise as many as each row has cells
        record Table(String name, List<String> head, List<List<Cell>> rows) implements Block {}

        /// @param tone null where nothing is to be said about it
        record Cell(String text, @Nullable Tone tone) {
            public static Cell of(String text) {
                return new Cell(text, null);
            }
        }

        /// The dialogue.
        record Dialogue(List<Said> lines) implements Block {}

        /// @param who `server`, `client` or anything else, which is a note
        record Said(String at, String who, String whoInWords, String text) {}
    }
}
