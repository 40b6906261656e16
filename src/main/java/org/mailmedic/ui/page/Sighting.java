package org.mailmedic.ui.page;

import org.mailmedic.report.Tone;

/// One line of the list of what was seen.
///
/// @param took how long it took, in words
public record Sighting(Tone tone, String text, String took) {}
