/// DKIM keys (RFC 6376, 8301, 8463) as they stand in DNS. Never a signature made.
package org.mailmedic.maildomain.dkim;
