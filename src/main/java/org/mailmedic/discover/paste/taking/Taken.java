package org.mailmedic.discover.paste.taking;

import org.mailmedic.discover.slip.SlipField;

/// Which part of the text a field was filled from.
///
/// @param line from 1 on
public record Taken(SlipField field, int line) {}
