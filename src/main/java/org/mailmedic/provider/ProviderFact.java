package org.mailmedic.provider;

/// Something known about a provider, and from where.
///
/// @param verified false when it was found only in third-party guides or is common knowledge
public record ProviderFact(String value, String source, boolean verified) {}
