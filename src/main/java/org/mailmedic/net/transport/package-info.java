/// One connection, its deadline, its transcript, and the closed list of ways in which it can end. Never a protocol.
package org.mailmedic.net.transport;
