"""What dkimpy says of N.eml in a folder, for DkimParityTest: number TAB "pass" or "no" for each signature."""
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


for line in (Path(sys.argv[1]) / "index.tsv").read_text().splitlines():
    number = line.split("\t")[0]
    message = dkim.DKIM((Path(sys.argv[1]) / (number + ".eml")).read_bytes(), minkey=1024)
    count = sum(name.lower() == b"dkim-signature" for name, _ in message.headers)
    print(number, " ".join("pass" if verdict(message, i) else "no" for i in range(count)), sep="\t")
