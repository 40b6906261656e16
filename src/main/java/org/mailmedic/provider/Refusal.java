package org.mailmedic.provider;

/// What a provider says when it refuses.
///
/// @param reply    as it stands on the wire, with a place-holder where it varies
/// @param code     the diagnosis code of the contract that it leads to
/// @param verified false when it was found only in third-party guides or is common knowledge
public record Refusal(String reply, String code, String source, boolean verified) {}
