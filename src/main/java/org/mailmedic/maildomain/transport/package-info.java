/// Encryption on the way to a domain: MTA-STS, TLS-RPT, DANE. Never a password.
package org.mailmedic.maildomain.transport;
