package org.mailmedic.history;

import java.util.Arrays;
import org.mailmedic.report.json.OpenedReport;
import org.mailmedic.report.json.ReportReader;

/// How reading one report ended.
public sealed interface Loaded {
    /// @param json the report as it was written
    record Found(byte[] json) implements Loaded {
        public Found {
            json = json.clone();
        }

        /// The report in it, as any saved report is opened.
        public OpenedReport open() {
            return ReportReader.read(json);
        }

        @Override
        public byte[] json() {
            return json.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Found(var theirs) && Arrays.equals(json, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(json);
        }
    }

    record NotFound(Trouble trouble) implements Loaded {}
}
