package org.mailmedic.ui.page;

import java.util.List;
import java.util.Optional;
import org.mailmedic.report.Report;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.ui.part.StationState;

/// A report as the window shows it.
///
/// @param stations how it stood with each station at the end
/// @param file     the file that it was opened from, when it was not made just now
public record ShownReport(Report report, List<StationState> stations, Optional<File> file) {
    /// @param name what the file is called
    /// @param kept whether it is one of this computer's own earlier check-ups
    public record File(String name, OpenedReport.Opened opened, boolean kept) {
        /// A file from anywhere.
        public File(String name, OpenedReport.Opened opened) {
            this(name, opened, false);
        }

        public static File kept(String name, OpenedReport.Opened opened) {
            return new File(name, opened, true);
        }
    }

    public ShownReport {
        stations = List.copyOf(stations);
    }

    /// Whether it is one of this computer's own earlier check-ups.
    public boolean kept() {
        return file.filter(File::kept).isPresent();
    }

    public static ShownReport fresh(Report report, List<StationState> stations) {
        return new ShownReport(report, stations, Optional.empty());
    }
}
