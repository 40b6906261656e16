"""What dkimpy says of N.eml in a folder, for DkimParityTest: number TAB "pass" or "no" for each signature, and for the seals of
forwarders, where there are any, "arc=" and one of them."""
import sys
from pathlib import Path

import dkim
import dns.resolver

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers = ["127.0.0.1"]
resolver.port = int(sys.argv[2])


def text(name, timeout=3):
    try:
        return b"".join(resolver.resolve(name.decode(), "TXT", lifetime=timeout)[0].strings)
    except dns.exception.DNSException:
        return None


def verdict(message, index):
    try:
        return message.verify(idx=index, dnsfunc=text)
    except Exception:
        return False


def seals(raw):
    if not any(name.lower().startswith(b"arc-") for name, _ in dkim.DKIM(raw).headers):
        return []
    try:
        return ["arc=pass" if dkim.ARC(raw, minkey=1024).verify(dnsfunc=text)[0] == dkim.CV_Pass else "arc=no"]
    except Exception:
        return ["arc=no"]


for line in (Path(sys.argv[1]) / "index.tsv").read_text().splitlines():
    number = line.split("\t")[0]
    raw = (Path(sys.argv[1]) / (number + ".eml")).read_bytes()
    message = dkim.DKIM(raw, minkey=1024)
    count = sum(name.lower() == b"dkim-signature" for name, _ in message.headers)
    print(number, " ".join(["pass" if verdict(message, i) else "no" for i in range(count)] + seals(raw)), sep="\t")
