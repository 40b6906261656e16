package org.mailmedic.explain.log;

import java.util.Optional;

/// How a file is packed, told by its first bytes.
enum Packing {
    GZIP, XZ, ZSTD;

    static final int LENGTH = 6;

    static Optional<Packing> of(byte[] head) {
        if (begins(head, 0x1f, 0x8b, 0x08)) {
            return Optional.of(GZIP);
        }
        if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return Optional.of(XZ);
        }
        boolean skippable = head.length > 4 && (head[0] & 0xf0) == 0x50 && begins(new byte[] {head[1], head[2], head[3]}, 0x2a, 0x4d, 0x18);
        return begins(head, 0x28, 0xb5, 0x2f, 0xfd) || skippable ? Optional.of(ZSTD) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
