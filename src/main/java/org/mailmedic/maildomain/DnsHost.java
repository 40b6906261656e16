package org.mailmedic.maildomain;

/// Who manages a domain's DNS, so that a person knows where to enter a record.
///
/// @param name  how people call the company
/// @param whereKey the key of `where` in the text book `provider`; empty when it is not known
/// @param where    the way to the page for DNS records there, in English; empty when it is not known
public record DnsHost(String name, String whereKey, String where) {}
