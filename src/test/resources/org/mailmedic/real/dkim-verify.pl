# What Mail::DKIM says of N.eml in a folder, for DkimParityTest: number TAB "pass" or "no" for each signature, and for the seals of
# forwarders, where there are any, "arc=" and one of them.
use strict;
use warnings;
use Mail::DKIM::ARC::Verifier;
use Mail::DKIM::DNS;
use Mail::DKIM::Verifier;
use Net::DNS::Resolver;

my ($folder, $port) = @ARGV;
Mail::DKIM::DNS::resolver(Net::DNS::Resolver->new(
    nameservers => ['127.0.0.1'], port => $port, retry => 1, udp_timeout => 3, defnames => 0, dnsrch => 0));
open my $index, '<', "$folder/index.tsv" or die $!;
while (my $line = <$index>) {
    my ($number) = split /\t/, $line;
    open my $file, '<:raw', "$folder/$number.eml" or die $!;
    my $message = do { local $/; <$file> };
    my $verifier = Mail::DKIM::Verifier->new;
    $verifier->PRINT($message);
    $verifier->CLOSE;
    my @said = map { $_->result eq 'pass' ? 'pass' : 'no' } $verifier->signatures;
    if ($message =~ /^ARC-/mi) {
        my $seals = Mail::DKIM::ARC::Verifier->new;
        push @said, eval { $seals->PRINT($message); $seals->CLOSE; $seals->result eq 'pass' } ? 'arc=pass' : 'arc=no';
    }
    print "$number\t", join(' ', @said), "\n";
}
