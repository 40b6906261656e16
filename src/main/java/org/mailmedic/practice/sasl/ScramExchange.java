package org.mailmedic.practice.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// SCRAM (RFC 5802, with SHA-256 RFC 7677), without channel binding. The server proves itself too: its signature is a
/// last challenge that the client answers with an empty response, because a 235 carries no data (RFC 4954 §4).
final class ScramExchange implements Exchange {
    private static final int ROUNDS = 4096;
    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

    private final Account account;
    private final String digest;
    private final String hmac;
    private final byte[] salt = random(16);
    private final String ownNonce = Base64.getEncoder().encodeToString(random(18));

    private Stage stage = Stage.FIRST;
    private String header = "";
    private String clientFirst = "";
    private String serverFirst = "";
    private String nonce = "";
    private boolean rightName;

    private enum Stage { FIRST, FINAL, SIGNED }

    ScramExchange(Account account, String digest, String hmac) {
        this.account = account;
        this.digest = digest;
        this.hmac = hmac;
    }

    @Override
    public Turn answer(byte[] response) {
        var text = new String(response, StandardCharsets.UTF_8);
        return switch (stage) {
            case FIRST -> first(text);
            case FINAL -> last(text);
            case SIGNED -> text.isEmpty() ? new Turn.Accepted() : new Turn.Malformed();
        };
    }

    /// `n,,n=user,r=nonce`: a header that says "no channel binding", the name and the client's nonce.
    private Turn first(String text) {
        var parts = text.split(",", -1);
        if (parts.length < 4 || !parts[0].matches("[ny]") || !parts[1].matches("(a=.+)?")
                || !parts[2].startsWith("n=") || !parts[3].matches("r=[!-+\\--~]+")) {
            return new Turn.Malformed();
        }
        header = parts[0] + "," + parts[1] + ",";
        clientFirst = text.substring(header.length());
        var name = parts[2].substring(2).replace("=2C", ",").replace("=3D", "=");
        rightName = Account.prepared(account.user()).equals(Account.prepared(name));
        nonce = parts[3].substring(2) + ownNonce;
        serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ROUNDS;
        stage = Stage.FINAL;
        return new Turn.Challenge(bytes(serverFirst));
    }

    /// `c=header,r=nonce,p=proof`.
    private Turn last(String text) {
        int proofAt = text.lastIndexOf(",p=");
        var binding = "c=" + Base64.getEncoder().encodeToString(bytes(header)) + ",r=" + nonce;
        if (proofAt < 0 || !text.substring(0, proofAt).equals(binding)) {
            return new Turn.Malformed();
        }
        byte[] proof;
        try {
            proof = Base64.getDecoder().decode(text.substring(proofAt + 3));
        } catch (IllegalArgumentException e) {
            return new Turn.Malformed();
        }
        var salted = salted(bytes(Account.prepared(account.password())));
        var messages = bytes(clientFirst + "," + serverFirst + "," + binding);
        var storedKey = Hash.of(digest, Hash.hmac(hmac, salted, bytes("Client Key")));
        var clientSignature = Hash.hmac(hmac, storedKey, messages);
        boolean proven = proof.length == clientSignature.length
                && MessageDigest.isEqual(storedKey, Hash.of(digest, xor(proof, clientSignature)));
        if (!proven || !rightName || !account.known()) {
            return new Turn.Refused();
        }
        stage = Stage.SIGNED;
        var signature = Hash.hmac(hmac, Hash.hmac(hmac, salted, bytes("Server Key")), messages);
        return new Turn.Challenge(bytes("v=" + Base64.getEncoder().encodeToString(signature)));
    }

    /// Hi(password, salt, rounds) of RFC 5802 §2.2.
    private byte[] salted(byte[] password) {
        var start = Arrays.copyOf(salt, salt.length + FIRST_BLOCK.length);
        System.arraycopy(FIRST_BLOCK, 0, start, salt.length, FIRST_BLOCK.length);
        var last = Hash.hmac(hmac, password, start);
        var sum = last.clone();
        for (int i = 1; i < ROUNDS; i++) {
            last = Hash.hmac(hmac, password, last);
            sum = xor(sum, last);
        }
        return sum;
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var result = one.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= other[i];
        }
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
