package org.mailmedic.discover.paste;

import org.mailmedic.discover.slip.Field;

/// Which part of the text a field was filled from.
///
/// @param line from 1 on
public record Taken(Field field, int line) {}
