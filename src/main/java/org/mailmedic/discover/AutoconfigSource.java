package org.mailmedic.discover;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailmedic.net.transport.Deadline;
import org.mailmedic.net.web.BoundedDocument;
import org.mailmedic.settings.Security;

/// One autoconfig file: the domain's own, or Mozilla's about it. Where it comes over HTTPS, whoever runs that site vouches for it.
final class AutoconfigSource implements Source {
    private static final int FOUND = 200;
    private final Origin origin;
    private final String template;
    private final BoundedDocument web;

    /// @param template the file's address, with `{domain}` and perhaps `{address}` in it
    AutoconfigSource(Origin origin, String template, BoundedDocument web) {
        this.origin = origin;
        this.template = template;
        this.web = web;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Look look(Person person, Deadline deadline) throws IOException {
        return Look.of(about(person, person.domain(), deadline));
    }

    /// What the site says about `domain`, for this person.
    List<Candidate> about(Person person, String domain, Deadline deadline) throws IOException {
        String url = template.replace("{domain}", domain)
                .replace("{address}", URLEncoder.encode(person.address().toString(), StandardCharsets.UTF_8));
        BoundedDocument.Document document = web.get(URI.create(url), deadline);
        if (document.status() != FOUND) {
            return List.of();
        }
        return AutoconfigReader.read(document.body(), person).stream().map(server -> {
            boolean trusted = document.secure() && server.security() != Security.NONE;
            return new Candidate(server.host(), server.port(), server.security(), server.user(), origin, trusted, !trusted
                    && !person.owns(server.host()));
        }).toList();
    }
}
