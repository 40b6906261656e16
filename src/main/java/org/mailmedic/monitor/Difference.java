package org.mailmedic.monitor;

import java.util.Set;
import org.mailmedic.report.Report;

/// What one round says about whether there should be another.
public final class Difference {
    /// After these the same password again can only do harm: providers count failed attempts and lock the account, some after three.
    private static final Set<String> NOT_AGAIN = Set.of("auth.bad_credentials", "auth.app_password_required", "auth.too_many_attempts",
            "auth.disabled_by_provider", "auth.account_suspended");

    private Difference() {}

    /// Whether the person's situation is another one: the outcome, or what leads.
    public static boolean between(Report before, Report now) {
        return before.outcome() != now.outcome() || !headline(before).equals(headline(now));
    }

    private static String headline(Report report) {
        return report.diagnoses().stream().findFirst().map(Report.Verdict::code).orElse("");
    }

    /// Whether the server refused the sign-in in a way that makes it unwise to try again.
    public static boolean signInRefused(Report report) {
        return report.diagnoses().stream().map(Report.Verdict::code).anyMatch(NOT_AGAIN::contains);
    }
}
