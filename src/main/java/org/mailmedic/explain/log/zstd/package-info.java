/// Zstandard (RFC 8878), unpacked within bounds. Never packed.
package org.mailmedic.explain.log.zstd;
