# What Mail::SPF, the library of Debian's spfquery, says: one sender a line, "id TAB address TAB MAIL FROM TAB name in EHLO".
use strict;
use warnings;
use Mail::SPF;
use Net::DNS::Resolver;

my $resolver = Net::DNS::Resolver->new(
    nameservers => ['127.0.0.1'], port => $ARGV[0], retry => 1, udp_timeout => 3, tcp_timeout => 3, defnames => 0, dnsrch => 0);
my $server = Mail::SPF::Server->new(
    dns_resolver => $resolver, query_rr_types => Mail::SPF::Server->query_rr_type_txt, default_authority_explanation => '');
binmode STDOUT, ':utf8';
while (my $line = <STDIN>) {
    chomp $line;
    my ($id, $ip, $from, $helo) = split /\t/, $line, -1;
    my ($code, $why) = eval {
        my $request = $from eq ''
            ? Mail::SPF::Request->new(scope => 'helo', identity => $helo, ip_address => $ip)
            : Mail::SPF::Request->new(scope => 'mfrom', identity => $from, ip_address => $ip, helo_identity => $helo);
        my $result = $server->process($request);
        ($result->code, $result->code eq 'fail' ? '' . $result->authority_explanation : '');
    };
    print join("\t", $id, $@ ? ('broke', '') : ($code, $why)), "\n";
}
