package org.mailmedic.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What web servers with real PHP printed in the laboratory (`WebsiteLaboratoryTest` with `-Dwebsite.record`), judged again without one.
final class WebsiteRecordingsTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        try (var in = WebsiteRecordingsTest.class.getResourceAsStream("website/" + name)) {
            Path copy = folder.resolve(name);
            Files.write(copy, in.readAllBytes());
            return copy;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "all-is-well-php-alone | usual |  |  | ",
        "mail-ports-are-silent | usual | port.blocked_by_hosting | hosting | connect",
        "one-port-is-silent-another-one-is-left | usual | port.blocked_by_hosting | hosting | connect",
        "mail-ports-are-rejected-by-reset | usual | port.blocked_by_hosting | hosting | connect",
        "redirected-to-the-own-server-as-cpanel-does | usual | port.blocked_by_hosting | hosting | connect",
        "redirected-seen-by-curl-alone | usual | port.blocked_by_hosting | hosting | connect",
        "the-name-is-not-known-there | usual | dns.resolver_broken | hosting | dns",
        "the-name-leads-elsewhere-there | usual | dns.answer_differs | hosting | dns",
        "the-server-shuts-that-one-address-out | usual | tcp.timeout | mail_provider | connect",
        "php-does-not-know-the-authority | usual | app.config_error | hosting | encrypt",
        "php-is-too-old-for-the-server-s-tls | php-is-too-old-for-the-server-s-tls | app.config_error | hosting | encrypt",
        "no-function-is-left | usual | app.config_error | hosting | settings",
        "the-shell-form | usual |  |  | "})
    void areJudgedAsTheyWere(String name, String here, String codes, String party, String parting) throws IOException {
        List<String> words = new ArrayList<>(List.of("website", "read", file(name + ".json").toString(), "--report",
                file(here + ".here.json").toString(), "--trust", file("root.pem").toString(), "--format", "json"));
        Call read = new Call().run(words);
        JsonNode report = SchemaCheck.valid("report.schema.json", read.out());
        assertEquals(codes == null ? "" : codes, report.get("diagnoses").valueStream().map(each -> each.get("code").asString())
                .collect(Collectors.joining(" ")));
        assertEquals(party == null ? "" : party, report.at("/diagnoses/0/party").asString(""));
        assertEquals(parting == null ? "" : parting, report.at("/parting/stage").asString(""));
        assertEquals(codes == null ? 0 : 1, read.code(), read.err());
    }
}
