/// DMARC aggregate reports (RFC 9990 and the older form), read as hostile files. Never sent.
package org.mailmedic.maildomain.report;
