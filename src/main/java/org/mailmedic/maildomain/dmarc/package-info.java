/// DMARC (RFC 9989): the record, the walk to it, and what it asks of receivers. Never another mechanism’s verdict.
package org.mailmedic.maildomain.dmarc;
