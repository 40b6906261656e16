"""Writes signed messages, sound and odd, for DkimParityTest: N.eml each, the zone of their keys, and index.tsv. Signs by itself (RFC 6376).

index.tsv: number, title, and of each other program that judges otherwise its name, "=" and whose rule it breaks.
"""
import base64
import hashlib
import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa

folder = Path(sys.argv[1])
RSA = rsa.generate_private_key(65537, 2048)
RSA_1024 = rsa.generate_private_key(65537, 1024)
RSA_512 = rsa.generate_private_key(65537, 512)
EDWARDS = ed25519.Ed25519PrivateKey.generate()


def public(key, form=serialization.PublicFormat.SubjectPublicKeyInfo, encoding=serialization.Encoding.DER):
    return base64.b64encode(key.public_key().public_bytes(encoding, form)).decode()


P = public(RSA)
ED = public(EDWARDS, serialization.PublicFormat.Raw, serialization.Encoding.Raw)
KEYS = {
    "r": "v=DKIM1; k=rsa; p=" + P, "r1": "v=DKIM1; p=" + public(RSA_1024), "r5": "v=DKIM1; p=" + public(RSA_512),
    "e": "v=DKIM1; k=ed25519; p=" + ED, "pkcs": "v=DKIM1; p=" + public(RSA, serialization.PublicFormat.PKCS1), "bare": "p=" + P,
    "revoked": "v=DKIM1; p=", "test": "v=DKIM1; t=y; p=" + P, "strict": "v=DKIM1; t=y:s; p=" + P, "sha1": "v=DKIM1; h=sha1; p=" + P,
    "both": "v=DKIM1; h=sha1:sha256; p=" + P, "other": "v=DKIM1; s=other; p=" + P, "email": "v=DKIM1; s=email; p=" + P,
    "two": "v=DKIM2; p=" + P, "late": "k=rsa; p=" + P + "; v=DKIM1", "small": "v=dkim1; p=" + P, "notes": "v=DKIM1; n=a note; p=" + P,
    "unknown": "v=DKIM1; foo=bar; p=" + P, "blanks": "v = DKIM1 ; k = rsa ; p = " + P[:90] + " " + P[90:],
    "type": "v=DKIM1; k=foo; p=" + P,
    "nobase": "v=DKIM1; p=!!!", "cut": "v=DKIM1; p=" + P[:200], "twice": "v=DKIM1; k=rsa; k=rsa; p=" + P, "nothing": "v=DKIM1; k=rsa",
    "closed": "v=DKIM1; p=" + P + ";", "edcut": "v=DKIM1; k=ed25519; p=" + ED[:20],
}
FIELDS = [b"From: Joe <joe@dk.test>", b"To: ann@example.org", b"Subject: Hello  there ", b"Date: Fri, 27 Nov 2026 12:00:00 +0000",
          b"X-Folded: one\r\n\ttwo   \r\n three"]
BODY = b"Hello  World \r\n\r\nA line\t with \t tabs\r\n.dot\r\n\r\n\r\n"


def canonical_body(body, relaxed):
    if relaxed:
        body = re.sub(rb" (?=\r\n|$)", b"", re.sub(rb"[ \t]+", b" ", body))
    while body.endswith(b"\r\n\r\n"):
        body = body[:-2]
    if relaxed and body in (b"", b"\r\n"):
        return b""
    return body if body.endswith(b"\r\n") else body + b"\r\n"


def canonical_field(field, relaxed):
    if not relaxed:
        return field + b"\r\n"
    name, value = field.split(b":", 1)
    return name.strip().lower() + b":" + re.sub(rb"[ \t]+", b" ", value.replace(b"\r\n", b"")).strip(b" \t") + b"\r\n"


def signature(selector="r", key=RSA, algorithm="rsa-sha256", c="relaxed/relaxed", h="from:to:subject:date", more="", fields=None,
              body=BODY, length=None, name="DKIM-Signature", fold="\r\n\t", without=(), d="dk.test", v="1", bh=None, wrapped=True):
    """One field; what `more` says comes before b=."""
    both = (c or "simple/simple").lower().split("/")
    relaxed_fields, relaxed_body = both[0] == "relaxed", len(both) > 1 and both[1] == "relaxed"
    digest = hashlib.sha1 if algorithm == "rsa-sha1" else hashlib.sha256
    hashed = canonical_body(body, relaxed_body)[:length]
    tags = {"v": v, "a": algorithm, "c": c, "d": d, "s": selector, "l": "" if length is None else str(length), "h": h,
            "bh": bh or base64.b64encode(digest(hashed).digest()).decode()}
    written = (tag + "=" + text for tag, text in tags.items() if text and tag not in without)
    value = " " + (";" + fold).join(written) + ";" + more + fold + "b="
    left = {}
    for field in fields or FIELDS:
        left.setdefault(field.split(b":")[0].strip().lower(), []).append(field)
    signed = b"".join(canonical_field(left[each].pop(), relaxed_fields)
                      for each in (re.sub(r"\s", "", part).lower().encode() for part in h.split(":")) if left.get(each))
    signed += canonical_field((name + ":" + value).encode(), relaxed_fields)[:-2]
    if algorithm.startswith("ed"):
        b = EDWARDS.sign(hashlib.sha256(signed).digest())
    else:
        b = key.sign(signed, padding.PKCS1v15(), hashes.SHA1() if algorithm == "rsa-sha1" else hashes.SHA256())
    text = base64.b64encode(b).decode()
    return (name + ":" + value + (re.sub(r"(.{60})", "\\1\r\n\t", text) if wrapped else text)).encode()


cases = []


def case(title, *signatures, fields=None, body=BODY, **otherwise):
    message = b"\r\n".join([*signatures, *(fields or FIELDS)]) + b"\r\n\r\n" + body
    cases.append((title, message, otherwise))


ED_PERL = "RFC 8463"
SYNTAX = "RFC 6376 §3.5, §6.1.1: not in the grammar, so no signature"
WEAK = "RFC 8301 §3"
KEY = "RFC 6376 §3.6.1"
for c in ("relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple", "relaxed", "simple", ""):
    case("c=" + c, signature(c=c))
case("c=nofws", signature().replace(b"c=relaxed/", b"c=nofws/"))
case("c of three", signature(c="relaxed/relaxed/simple"), mailauth=SYNTAX)
case("ed25519", signature("e", algorithm="ed25519-sha256"), perl=ED_PERL)
case("ed25519 and rsa", signature("e", algorithm="ed25519-sha256"), signature(), perl=ED_PERL)
case("rsa-sha1", signature(algorithm="rsa-sha1"), perl=WEAK, python=WEAK, mailauth=WEAK)
case("an unknown algorithm", signature().replace(b"a=rsa-sha256", b"a=rsa-sha512"))
case("1024 bits", signature("r1", RSA_1024))
case("512 bits", signature("r5", RSA_512), perl=WEAK)
OTHERWISE = {
    "pkcs": {"perl": "RFC 6376 §3.6.1 (erratum 3758): RSAPublicKey is allowed"},
    "sha1": {"python": KEY},
    "late": {"perl": KEY, "python": KEY, "mailauth": KEY},
    "small": {"mailauth": KEY},
    "twice": {"perl": "RFC 6376 §3.2: no tag twice", "mailauth": "RFC 6376 §3.2: no tag twice"},
}
for selector in KEYS:
    if selector not in ("r", "r1", "r5", "e", "edcut", "strict"):
        case("key " + selector, signature(selector), **OTHERWISE.get(selector, {}))
case("key edcut", signature("edcut", algorithm="ed25519-sha256"))
case("key of the other type", signature("e"))
case("a key that is not there", signature("gone"))
case("a strict key, i= the same", signature("strict", more=" i=joe@dk.test;"))
case("a strict key, i= below", signature("strict", more=" i=joe@sub.dk.test;"), python=KEY, mailauth=KEY)
case("i= below", signature(more=" i=joe@sub.dk.test;"))
case("i= of others", signature(more=" i=joe@other.test;"), mailauth=SYNTAX)
case("i= that only ends alike", signature(more=" i=joe@xdk.test;"), mailauth=SYNTAX)
case("i= without a local part", signature(more=" i=@dk.test;"))
case("i= without an at sign", signature(more=" i=dk.test;"), mailauth=SYNTAX)
case("expired", signature(more=" t=1600000000; x=1600000100;"))
case("not expired", signature(more=" t=1600000000; x=4000000000;"))
case("expired before it began", signature(more=" t=1700000000; x=1600000000;"))
case("x= ends before t= in the future", signature(more=" t=4100000000; x=4000000000;"), perl=SYNTAX)
case("x= is no number", signature(more=" x=soon;"), mailauth=SYNTAX)
case("t= is no number", signature(more=" t=now;"), perl=SYNTAX, mailauth=SYNTAX)
whole = len(canonical_body(BODY, True))
case("l= of all", signature(length=whole))
case("l= of a part", signature(length=10))
case("l= of all, more appended", signature(length=whole), body=BODY.rstrip() + b"\r\nmore\r\n")
TOO_LONG = "RFC 6376 §3.5: l= must not be more than there is"
case("l= of more than there is", signature(more=" l=99999;"), perl=TOO_LONG, python=TOO_LONG, mailauth=TOO_LONG)
case("l= is no number", signature(more=" l=x;"), mailauth=SYNTAX)
case("another body", signature(), body=BODY + b"x\r\n")
case("another subject", signature(), fields=[*FIELDS[:2], b"Subject: Other", *FIELDS[3:]])
case("blanks in the subject, relaxed", signature(), fields=[*FIELDS[:2], b"SUBJECT:\tHello there", *FIELDS[3:]])
case("blanks in the subject, simple", signature(c="simple/simple"), fields=[*FIELDS[:2], b"SUBJECT:\tHello there", *FIELDS[3:]])
case("more empty lines, simple", signature(c="simple/simple"), body=BODY + b"\r\n\r\n")
for c in ("relaxed/relaxed", "simple/simple"):
    for title, body in (("empty", b""), ("of empty lines", b"\r\n\r\n"), ("of blanks", b" \r\n\t\r\n"), ("with a bare CR", b"a\rb\r\n"),
                        ("of eight bits", b"gr\xc3\xbc\xc3\x9fe\r\n")):
        case("a body " + title + ", " + c, signature(c=c, body=body), body=body)
case("signed more often than there", signature(h="from:from:subject:subject:to"))
case("a second subject against that", signature(h="from:from:subject:subject:to"), fields=[*FIELDS, b"Subject: Second"])
case("a second From below", signature(), fields=[*FIELDS, b"From: evil@other.test"])
case("an absent field is signed", signature(h="from:x-absent:to"))
case("an absent field is added", signature(h="from:x-absent:to"), fields=[*FIELDS, b"X-Absent: 1"])
case("From is not signed", signature(h="to:subject"), perl="RFC 6376 §5.4", python="RFC 6376 §5.4")
case("h= with capitals and blanks", signature(h="From : To :\r\n\t Subject"))
case("a folded field", signature(h="from:x-folded"))
case("a field folded anew, relaxed", signature(h="from:x-folded"), fields=[*FIELDS[:4], b"X-Folded: one two\r\n   three"])
case("a field folded anew, simple", signature(h="from:x-folded", c="simple/simple"), fields=[*FIELDS[:4], b"X-Folded: one two\r\n   three"])
twice = [b"Received: one", b"Received: two", *FIELDS]
case("two of a kind", signature(h="from:received:received", fields=twice), fields=twice)
case("two of a kind, the other way round", signature(h="from:received:received", fields=twice), fields=[twice[1], twice[0], *FIELDS])
case("an empty field", signature(h="from:x-empty", fields=[*FIELDS, b"X-Empty:"]), fields=[*FIELDS, b"X-Empty: \t "])
eight = [FIELDS[0], b"Subject: gr\xc3\xbc\xc3\x9fe"]
case("a field of eight bits", signature(fields=eight), fields=eight)
case("in one line", signature(fold="", wrapped=False))
case("v=2", signature(v="2"), mailauth=SYNTAX)
for tag in "vadsh":
    case("without " + tag + "=", signature(without=(tag,)), **({"perl": SYNTAX, "mailauth": SYNTAX} if tag == "v" else {}))
case("an unknown tag", signature(more=" foo=bar;"))
case("a tag twice", signature(more=" d=dk.test;"), perl="RFC 6376 §3.2: no tag twice", mailauth="RFC 6376 §3.2: no tag twice")
case("a tag that begins with a digit", signature(more=" 1x=y;"), perl="RFC 6376 §3.2", mailauth="RFC 6376 §3.2")
case("q=dns/txt", signature(more=" q=dns/txt;"))
case("q=http", signature(more=" q=http;"), mailauth="RFC 6376 §3.5: no such way to a key")
case("q= of several", signature(more=" q=http:dns/txt;"), python="RFC 6376 §3.5: what is not known is passed over")
case("bh= is another", signature(bh=base64.b64encode(b"x" * 32).decode()))
case("b= is no base64", re.sub(rb"b=[A-Za-z0-9+/]{3}([A-Za-z0-9+/=]*)$", rb"b=!!!\1", signature(wrapped=False)))
case("the first is broken, the second sound", signature(bh=base64.b64encode(b"x" * 32).decode()), signature())
case("the name of the field in capitals", signature(name="DKIM-SIGNATURE"))

AAR = b"ARC-Authentication-Results: i=%d; fw%d.test; spf=pass smtp.mailfrom=joe@dk.test"


def unsealed(field):
    return re.sub(rb"((?:^|;)[ \t]*b=)[^;]*", rb"\1", canonical_field(field, True)[:-2])


def seal(earlier, results, signed, i, cv, selector="r", key=RSA, a="rsa-sha256", more="", without=(), fold="\r\n\t"):
    tags = {"i": str(i), "a": a, "cv": cv, "d": "dk.test", "s": selector}
    field = ("ARC-Seal: " + (";" + fold).join(tag + "=" + text for tag, text in tags.items() if tag not in without) + ";" + more
             + fold + "b=").encode()
    covered = b"".join(canonical_field(each, True) for each in [*earlier, results, signed]) + unsealed(field)
    if a.startswith("ed"):
        b = EDWARDS.sign(hashlib.sha256(covered).digest())
    else:
        b = key.sign(covered, padding.PKCS1v15(), hashes.SHA1() if a == "rsa-sha1" else hashes.SHA256())
    return field + re.sub(r"(.{60})", "\\1\r\n\t", base64.b64encode(b).decode()).encode()


def forwarded(count, cv=None, results=None, fields=FIELDS, body=BODY, signing=None, **sealing):
    """The fields of so many sets, as the last forwarder leaves them: each set's three, the newest first."""
    covered, sets = [], []
    for i in range(1, count + 1):
        last = i == count
        aar = results if last and results else AAR % (i, i)
        options = dict(h="from:to:subject:date", more=f" i={i};", name="ARC-Message-Signature", without=("v",))
        options.update(signing or {} if last else {})
        ams = signature(fields=fields, body=body, **options)
        one = seal(covered, aar, ams, i, (cv if last else None) or ("none" if i == 1 else "pass"), **(sealing if last else {}))
        covered += [aar, ams, one]
        sets.insert(0, [one, ams, aar])
    return [field for each in sets for field in each]


SMALL = "RFC 8617 §3.9, RFC 5234 §2.3: capitals are no difference"
ORDER = "RFC 8617 §5.1.1: by its number, not by its place"
for count in (1, 2, 3):
    case(f"{count} seals", *forwarded(count))
case("a seal and a signature", signature(), *forwarded(1))
case("a seal, another body", *forwarded(1), body=BODY + b"x\r\n")
case("a seal, another subject", *forwarded(1), fields=[*FIELDS[:2], b"Subject: Other", *FIELDS[3:]])
newer = forwarded(2)
older = forwarded(1, body=b"as it was\r\n")


def resealed(first, body=BODY, **sealing):
    """A second forwarder that has changed the body behind the first, and says what it says of that."""
    aar = AAR % (2, 2)
    ams = signature(h="from:to:subject:date", more=" i=2;", name="ARC-Message-Signature", without=("v",), body=body)
    return [seal(first[::-1], aar, ams, 2, "pass", **sealing), ams, aar, *first]


case("two seals, the body changed between them", *resealed(older))
case("the results changed behind the seal", *[field.replace(b"spf=pass", b"spf=fail") for field in forwarded(1)])
case("the first results changed behind two seals", *newer[:5], newer[5].replace(b"spf=pass", b"spf=fail"))
case("the last seal says fail", *forwarded(2, cv="fail"))
case("the second seal says none", *forwarded(2, cv="none"))
case("the first seal says pass", *forwarded(1, cv="pass"))
case("what a seal says in capitals", *forwarded(2, cv="PASS"), perl=SMALL, python=SMALL)
for at, name in enumerate(("seal", "signature", "results")):
    case("a set without its " + name, *[field for i, field in enumerate(forwarded(1)) if i != at])
    case("a set with two of its " + name, *forwarded(1), forwarded(1)[at])
case("the first set is missing", *newer[:3])
case("a set is missing between", *forwarded(3)[:3], *forwarded(3)[6:])
case("sets in another order", *newer[3:], *newer[:3], python=ORDER)
case("parts in another order", newer[4], newer[1], newer[5], newer[0], newer[3], newer[2], python=ORDER)
case("the seal is signed", *forwarded(1, signing={"h": "from:to:arc-seal"}))
case("From is not signed, sealed", *forwarded(1, signing={"h": "to:subject"}), perl="RFC 6376 §5.4", python="RFC 6376 §5.4")
case("an ed25519 seal", *forwarded(1, selector="e", a="ed25519-sha256"), perl=ED_PERL, python=ED_PERL)
case("an ed25519 signature in a set", *forwarded(1, signing={"selector": "e", "algorithm": "ed25519-sha256"}),
     perl=ED_PERL, python=ED_PERL)
case("a seal by SHA-1", *forwarded(1, a="rsa-sha1"), perl=WEAK)
case("a seal of 512 bits", *forwarded(1, selector="r5", key=RSA_512), perl=WEAK)
case("a seal whose key is not there", *forwarded(1, selector="gone"))
case("a seal whose key is withdrawn", *forwarded(1, selector="revoked"))
case("a set's signature whose key is not there", *forwarded(1, signing={"selector": "gone"}))
case("a seal with h=", *forwarded(1, more=" h=from;"), perl="RFC 8617 §4.1.3: a seal has no h=")
case("a seal with an unknown tag", *forwarded(1, more=" foo=bar;"))
case("a seal with t=", *forwarded(1, more=" t=1764244800;"))
case("a seal without cv=", *forwarded(1, without=("cv",)))
case("a seal in one line", *forwarded(1, fold=" "))
case("a set's signature, simple", *forwarded(1, signing={"c": "simple/simple"}))
case("a set's signature has run out", *forwarded(1, signing={"more": " i=1; t=1600000000; x=1600000100;"}))
case("a set's signature with v=1", *forwarded(1, signing={"without": ()}))
case("results that begin with a remark", *forwarded(1, results=b"ARC-Authentication-Results: (a remark) i=1; fw1.test; spf=pass"),
     perl="RFC 8617 §4.1.1: a remark may stand there")

(folder / "dk.zone").write_text("".join(
    name + "._domainkey TXT " + " ".join('"' + text[i:i + 200] + '"' for i in range(0, len(text), 200)) + "\n"
    for name, text in KEYS.items()))
for number, (_, message, _) in enumerate(cases):
    (folder / f"{number}.eml").write_bytes(message)
(folder / "index.tsv").write_text("".join(
    "\t".join([str(number), title, *(name + "=" + why for name, why in otherwise.items())]) + "\n"
    for number, (title, _, otherwise) in enumerate(cases)))
