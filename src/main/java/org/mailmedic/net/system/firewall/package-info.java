/// Firewall rules of this computer, read and judged packet by packet. Never changed.
package org.mailmedic.net.system.firewall;
