/// What this computer says of itself when asked by a command. Never a change to it.
package org.mailmedic.net.system;
