package org.mailmedic.report.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mailmedic.advice.PlainText;
import org.mailmedic.advice.TextBook;
import org.mailmedic.report.Report;

/// What came of opening a saved report; see [ReportReader].
public sealed interface OpenedReport {
    /// It can be shown.
    ///
    /// @param report   as a fresh one: every text in it is inert, every time bounded. What this version does not know is in it as far as
    ///                 it has
    ///                 a place there: codes, stages and kinds of evidence by their own names, evidence with all its facts
    /// @param document all of it, as it was written, for writing it again without a loss ([JsonReport#write(Map)]); hostile until escaped
    /// @param digest   whether it is as it was written
    record Opened(Report report, Map<String, Object> document, Digest digest) implements OpenedReport {
        public Opened {
            document = Collections.unmodifiableMap(document);
        }

        /// The same said anew by `rewording`, in the report and in the document, whose other parts stay as they were written. It is sealed
        /// anew, unless it was damaged before.
        public Opened saidAnew(UnaryOperator<Report> rewording) {
            Report anew = rewording.apply(report);
            if (anew.language().equals(report.language()) && sentences(anew).equals(sentences(report))) {
                return this;
            }
            var changed = new LinkedHashMap<>(document);
            changed.put("language", anew.language());
            changed.put("diagnoses", ReportDocument.resaid(document.get("diagnoses"), anew.diagnoses()));
            changed.put("warnings", ReportDocument.resaid(document.get("warnings"), anew.warnings()));
            return new Opened(anew, digest == Digest.MATCHES ? ReportDigest.sealed(changed) : changed, digest);
        }

        private static List<Object> sentences(Report report) {
            return Stream.concat(report.diagnoses().stream(), report.warnings().stream())
                    .<Object>map(each -> List.of(each.title(), each.summary(), each.steps(), each.letter())).toList();
        }

        /// Where it departs from the format of this version, with names of fields as paths; empty when nowhere.
        public List<ReportSchema.Complaint> complaints() {
            return ReportSchema.shipped().check(document);
        }
    }

    /// Whether the digest in a report fits the rest.
    enum Digest {
        MATCHES, DIFFERS,
        /// The report has none: written by an early version, or by hand.
        ABSENT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// It cannot be shown, and why. Nothing of it was used.
    ///
    /// @param at for damage, the field that is not as it should be, inert; otherwise empty
    record Refused(Reason reason, String at) implements OpenedReport {
        /// One sentence or two that say what it is and what to do.
        ///
        /// @param file how the person calls it, such as the file's name
        public String sentence(String file, Locale language) {
            return sentence(file, TextBook.open("report", language));
        }

        /// The same in the words of `book`.
        public String sentence(String file, TextBook book) {
            String key = "refused." + reason.id();
            return book.get(at.isEmpty() ? key : book.find(key + ".at").isPresent() ? key + ".at" : key,
                    Map.of("file", PlainText.of(file), "at", at));
        }
    }

    enum Reason {
        /// The file is not there.
        MISSING,
        /// It is no file, or may not be read.
        UNREADABLE,
        EMPTY,
        /// Larger than any report, in bytes or in what it holds.
        TOO_BIG, TOO_DEEP,
        /// No JSON at all.
        NOT_JSON,
        /// JSON that is no report of ours.
        FOREIGN,
        /// Of a version that this program does not know yet.
        NEWER,
        /// It was a report: cut short, or with something else where a part of it should be.
        DAMAGED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
