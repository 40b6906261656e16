/// Questions to name servers as the checks ask them, bounded in number. Never a socket.
package org.mailmedic.maildomain.dns;
