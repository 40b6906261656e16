package org.mailmedic.maildomain;

/// Who manages a domain's DNS, so that a person knows where to enter a record.
///
/// @param name  how people call the company
/// @param where the way to the page for DNS records there; empty when it is not known
public record DnsHost(String name, String where) {}
