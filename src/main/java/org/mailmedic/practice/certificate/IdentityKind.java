package org.mailmedic.practice.certificate;

import java.security.GeneralSecurityException;

/// The certificates that the server can show; each names its recipe.
public enum IdentityKind {
    SOUND(Identities::sound),
    SOUND_RSA(Identities::soundRsa),
    EXPIRED(Identities::expired),
    INTERMEDIATE_EXPIRED(Identities::intermediateExpired),
    NOT_YET_VALID(Identities::notYetValid),
    SELF_SIGNED(Identities::selfSigned),
    OTHER_NAME(Identities::otherName),
    INCOMPLETE(Identities::incomplete),
    UNKNOWN_AUTHORITY(Identities::unknownAuthority),
    RSA_512(maker -> maker.weakKey(512)),
    RSA_1024(maker -> maker.weakKey(1024)),
    SIGNED_WITH_SHA1(Identities::signedWithSha1),
    SIGNED_WITH_MD5(Identities::signedWithMd5),
    ANTIVIRUS(Identities::antivirus),
    ANTIVIRUS_TRUSTED(Identities.ANTIVIRUS, Identities::antivirusTrusted);

    @FunctionalInterface
    interface Recipe {
        Identity follow(Identities maker) throws GeneralSecurityException;
    }

    private final String rootName;
    private final Recipe recipe;

    IdentityKind(Recipe recipe) {
        this(Identities.ROOT, recipe);
    }

    IdentityKind(String rootName, Recipe recipe) {
        this.rootName = rootName;
        this.recipe = recipe;
    }

    /// The authority that the check-up is told to trust.
    public String rootName() {
        return rootName;
    }

    public Identity make(Identities maker) throws GeneralSecurityException {
        return recipe.follow(maker);
    }
}
