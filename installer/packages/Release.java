import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What is packaged: the version, and the time that all files of the packages are given, so that the same commit makes the same package.
record Release(String version, Instant time) {
    String epoch() {
        return Long.toString(time.getEpochSecond());
    }

    /// Fills in a template.
    String fill(String template) {
        var day = time.atOffset(ZoneOffset.UTC);
        return template.replace("@VERSION@", version)
            .replace("@DATE@", DateTimeFormatter.ISO_LOCAL_DATE.format(day))
            .replace("@RFC_DATE@", DateTimeFormatter.RFC_1123_DATE_TIME.format(day).replace("GMT", "+0000"));
    }
}
