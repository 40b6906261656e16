package org.mailmedic.diagnosis.observation;

import java.util.EnumSet;
import java.util.Set;
import org.mailmedic.evidence.CaseFile;
import org.mailmedic.evidence.Evidence.NameLookup;
import org.mailmedic.evidence.Failure;
import org.mailmedic.evidence.OffRoute.DnsCanary;
import org.mailmedic.evidence.OffRoute.DnsCanary.Lure;

/// What DNS questions that honest DNS cannot answer brought to light.
public record DnsCanaries(CaseFile file) {
    private static final Set<Failure> ANSWERS = EnumSet.of(Failure.NAME_NOT_FOUND, Failure.NO_ADDRESS, Failure.CNAME_BROKEN,
            Failure.SERVER_FAILURE, Failure.RESOLVER_REFUSED);

    /// The system's resolver has an address even for a name that cannot exist.
    public boolean inventsAddresses() {
        return file.all(DnsCanary.class).anyMatch(c -> c.lure() == Lure.IMPOSSIBLE_NAME && c.outcome().seen().isPresent());
    }

    /// A resolver answers where none can be: something in between answers for every resolver that is asked directly.
    boolean interceptsQuestions() {
        return file.all(DnsCanary.class).anyMatch(c -> c.lure() == Lure.IMPOSSIBLE_RESOLVER
                && (c.outcome().seen().isPresent() || c.outcome().failure().filter(ANSWERS::contains).isPresent()));
    }

    /// The system's resolver looks up other names: it told a control's address, or that a name that cannot exist does not.
    public boolean systemAnswers() {
        return file.all(NameLookup.class).filter(l -> l.bySystem() && !l.name().equals(file.plan().host()))
                .anyMatch(l -> l.outcome().seen().isPresent())
                || file.all(DnsCanary.class).anyMatch(c -> c.lure() == Lure.IMPOSSIBLE_NAME && c.outcome().failed(Failure.NAME_NOT_FOUND));
    }

    public boolean any() {
        return inventsAddresses() || interceptsQuestions();
    }
}
