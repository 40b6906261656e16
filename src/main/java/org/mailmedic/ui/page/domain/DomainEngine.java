package org.mailmedic.ui.page.domain;

import java.util.function.Consumer;
import org.mailmedic.maildomain.DomainLook;
import org.mailmedic.maildomain.DomainQuestion;
import org.mailmedic.ui.page.Engine;

/// What the window asks of the look at a domain's mail records.
@FunctionalInterface
public interface DomainEngine {
    /// Returns at once. One of the listeners is called, once, on a thread of the background; none after [Engine.Run#cancel].
    ///
    /// @param broke hears when our own code stumbled
    Engine.Run start(DomainQuestion question, Consumer<DomainLook> found, Consumer<Throwable> broke);
}
