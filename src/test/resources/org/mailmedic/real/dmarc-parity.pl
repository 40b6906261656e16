# What Mail::DMARC reads in the record of each domain given by a line: domain TAB p sp adkim aspf, or "nothing".
use strict;
use warnings;
use Mail::DMARC::PurePerl;
use Net::DNS::Resolver;

while (my $domain = <STDIN>) {
    chomp $domain;
    my $said = eval {
        my $dmarc = Mail::DMARC::PurePerl->new;
        $dmarc->set_resolver(Net::DNS::Resolver->new(
            nameservers => ['127.0.0.1'], port => $ARGV[0], retry => 1, udp_timeout => 3, defnames => 0, dnsrch => 0));
        $dmarc->header_from($domain);
        my $policy = $dmarc->discover_policy;
        $policy && $policy->p ? join(' ', map { lc($_ // '-') } $policy->p, $policy->sp, $policy->adkim // 'r', $policy->aspf // 'r')
            : 'nothing';
    };
    print "$domain\t", $said // 'nothing', "\n";
}
