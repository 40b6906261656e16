package org.mailmedic.ui.page.domain;

import java.util.List;
import java.util.Optional;
import org.mailmedic.maildomain.BulkRules;
import org.mailmedic.report.Report;

/// Everything that is shown about a domain, in words.
///
/// @param headline  the whole in one sentence
/// @param partly    whether answers that decide could not be had
/// @param general   what belongs to no single record
/// @param rules     what large receivers ask
/// @param rulesDate the day on which they were last looked at
/// @param report    the same, to be saved
/// @param changes   what is otherwise than at the look before; empty where there was none
record DomainSheet(String domain, String headline, boolean partly, List<General> general, List<DomainCard> cards, List<Rule> rules,
        String rulesDate, Report report, Optional<List<String>> changes) {
    DomainSheet {
        changes = changes.map(List::copyOf);
        general = List.copyOf(general);
        cards = List.copyOf(cards);
        rules = List.copyOf(rules);
    }

    /// @param summary what it means
    record General(String title, String summary, List<DomainCard.Todo> todos, List<String> letters) {}

    /// @param source a page; blank where there is none
    record Rule(String receiver, String needs, String since, BulkRules.Standing standing, String word, String source) {}
}
