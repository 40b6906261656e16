package org.mailmedic.website;

import java.time.Instant;

/// A file to be put on the website's server, ready to be written. The key is in no part of it, only its SHA-256.
///
/// @param key     who asks must know it; shown once
/// @param expires from then on the file answers nobody
/// @param query   what to put behind the file's address to ask it; empty where it is not asked over the web
public record ProbeFile(ProbeForm form, byte[] content, String key, Instant expires, String query) {}
