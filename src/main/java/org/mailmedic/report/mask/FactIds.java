package org.mailmedic.report.mask;

import java.util.Set;

/// The facts of a verdict whose values are words of the program: hiding one would make its sentences say something else.
final class FactIds {
    static final Set<String> NAMES = Set.of("party", "stage", "security", "otherSecurity", "symptom", "failure", "where", "finality",
            "slip", "missing", "spoke", "basis", "seen", "how", "view", "compared", "problem", "companyWay", "companyOften", "dnsWhere");

    private FactIds() {}
}
