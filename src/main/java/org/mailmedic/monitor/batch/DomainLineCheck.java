package org.mailmedic.monitor.batch;

import org.mailmedic.plan.Options;

/// Checks the mail records of one domain, for the lines of a list that name one.
@FunctionalInterface
public interface DomainLineCheck {
    /// Waits for the end of it. Called on many threads at once.
    ///
    /// @param options resolvers and time-out
    /// @throws Unfit when the name cannot be a domain
    Checked check(String domain, Options options) throws InterruptedException, Unfit;
}
