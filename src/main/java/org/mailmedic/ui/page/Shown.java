package org.mailmedic.ui.page;

import java.util.List;
import java.util.Optional;
import org.mailmedic.report.Opening;
import org.mailmedic.report.Report;
import org.mailmedic.ui.part.StationState;

/// A report as the window shows it.
///
/// @param stations how it stood with each station at the end
/// @param file     the file that it was opened from, when it was not made just now
public record Shown(Report report, List<StationState> stations, Optional<File> file) {
    /// @param name what the file is called
    /// @param kept whether it is one of this computer's own earlier check-ups
    public record File(String name, Opening.Opened opened, boolean kept) {
        /// A file from anywhere.
        public File(String name, Opening.Opened opened) {
            this(name, opened, false);
        }

        static File kept(String name, Opening.Opened opened) {
            return new File(name, opened, true);
        }
    }

    public Shown {
        stations = List.copyOf(stations);
    }

    /// Whether it is one of this computer's own earlier check-ups.
    boolean kept() {
        return file.filter(File::kept).isPresent();
    }

    public static Shown fresh(Report report, List<StationState> stations) {
        return new Shown(report, stations, Optional.empty());
    }
}
