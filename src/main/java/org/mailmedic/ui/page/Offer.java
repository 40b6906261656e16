package org.mailmedic.ui.page;

import org.kordamp.ikonli.feather.Feather;

/// A way to a feature, as another page shows it.
///
/// @param id   the feature's; its words begin with it
/// @param open leads there
public record Offer(String id, Feather icon, Runnable open) {}
