/// Questions to name servers, the system’s and others. Never a mail server.
package org.mailmedic.net.dns;
