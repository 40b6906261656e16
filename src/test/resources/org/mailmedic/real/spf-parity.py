"""What pyspf says: one sender a line, "id TAB address TAB MAIL FROM TAB name in EHLO"."""
import io
import sys

import dns.resolver
import spf

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers = ["127.0.0.1"]
resolver.port = int(sys.argv[1])
resolver.search = []
dns.resolver.default_resolver = resolver
out = io.open(sys.stdout.fileno(), "w", encoding="utf-8")
for line in io.open(sys.stdin.fileno(), encoding="utf-8", newline="\n"):
    name, ip, sender, helo = line.rstrip("\n").split("\t")
    try:
        query = spf.query(ip, sender, helo, strict=1)
        query.set_default_explanation("")
        result, _, why = query.check()
    except Exception:
        result, why = "broke", ""
    print(name, result, why if result == "fail" else "", sep="\t", file=out)
out.flush()
