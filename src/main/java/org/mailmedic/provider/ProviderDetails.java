package org.mailmedic.provider;

import java.util.List;
import java.util.Optional;

/// What else is known about a provider: needed for advice, seldom for anything else, so it is read on its own.
///
/// @param rules         what it asks for: plans, verified senders, app passwords
/// @param limits        how much may be sent
/// @param refusals      what its typical refusals look like
/// @param spfInclude    what a domain that sends through it includes in its SPF record (RFC 7208 §5.2)
/// @param dkimSelectors selectors under which its keys are usually found (RFC 6376 §3.1)
/// @param ownSender     says at which step a sender is refused that is not the account's own: `message` where only then; empty where not
///                      known
/// @param lastChecked   when all of this was looked at, as `yyyy-MM`; empty when nothing is known
public record ProviderDetails(List<ProviderFact> rules, List<ProviderFact> limits, List<Refusal> refusals,
        Optional<ProviderFact> spfInclude,
                              List<ProviderFact> dkimSelectors, Optional<ProviderFact> ownSender, String lastChecked) {
    static final ProviderDetails NONE = new ProviderDetails(List.of(), List.of(), List.of(), Optional.empty(), List.of(),
            Optional.empty(), "");

    public ProviderDetails {
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        refusals = List.copyOf(refusals);
        dkimSelectors = List.copyOf(dkimSelectors);
    }
}
