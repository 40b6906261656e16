package org.mailmedic.diagnosis.rules;

import java.util.List;
import org.mailmedic.diagnosis.Rule;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.diagnosis.observation.NonMailAddresses;
import org.mailmedic.diagnosis.observation.ReplyFindings;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.provider.ProviderBook;

/// The list of all rules, in the order of the mail's journey. A new rule is one file and one line here.
public final class RuleBook {
    private RuleBook() {}

    /// What the rules share, the provider book and the lists of signatures, is read only when a rule needs it.
    public static List<Rule> all(ProviderBook book) {
        var refusals = new ReplyFindings(new ReplyReader());
        var odd = new NonMailAddresses();
        var interceptors = new Interceptors();
        return List.of(
                new MissingSettingRule(),
                new HostInvalidRule(book),
                new HostTypoRule(book),
                new OfflineRule(),
                new CaptivePortalRule(),
                new NameNotFoundRule(),
                new NoAddressRule(),
                new DnsServerFailureRule(),
                new DnsTimeoutRule(),
                new ResolverBrokenRule(),
                new WrongAddressRule(odd),
                new AnswerDiffersRule(book, odd),
                new WrongPortRule(),
                new BlockedByDeviceRule(),
                new BlockedByNetworkRule(),
                new Ipv6BrokenRule(),
                new UnstableRule(),
                new TcpRefusedRule(),
                new TcpTimeoutRule(),
                new TcpUnreachableRule(),
                new TcpResetRule(),
                new GreetingTimeoutRule(),
                new NotSmtpRule(),
                new GreetingRefusedRule(refusals, interceptors),
                new RedirectedRule(book),
                new RedirectedByComparisonRule(),
                new InterferedRule(book),
                new HelloRefusedRule(refusals),
                new DroppedRule(),
                new StalledRule(),
                new SlowRule(),
                new ModeMismatchRule(),
                new StartTlsMissingRule(),
                new MtuBlackholeRule(),
                new HandshakeFailedRule(refusals),
                new TlsTooOldRule(),
                new ClockWrongRule(),
                new CertificateExpiredRule(),
                new CertificateNotYetValidRule(),
                new CertificateUntrustedRule(),
                new CertificateIncompleteRule(),
                new CertificateNameRule(),
                new InterceptedRule(interceptors, book),
                new AuthNotOfferedRule(),
                new OauthRequiredRule(),
                new MechanismUnsupportedRule(),
                new NeedsEncryptionRule(),
                new SignInRefusedRule(refusals),
                new EnvelopeRefusedRule(refusals),
                new ForeignSenderRule(book),
                new MessageRefusedRule(refusals),
                new PhpRule(),
                new SenderDomainRule());
    }
}
