package org.mailmedic.practice.certificate;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// What the server shows of itself in TLS: its chain, leaf first, and the key that goes with the leaf.
///
/// @param protocols the TLS versions it speaks, in the JDK's names
/// @param heldBack  what belongs into the chain and is not sent
public record Identity(List<X509Certificate> chain, PrivateKey key, List<String> protocols, List<X509Certificate> heldBack) {

    public SSLContext context() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new OnlyKey()}, null, null);
        return context;
    }

    /// Hands out this identity whatever its faults; the JDK's own managers hold back weak or expired ones.
    private final class OnlyKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "practice";

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return key.getAlgorithm().equals(keyType) ? ALIAS : null;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }
}
