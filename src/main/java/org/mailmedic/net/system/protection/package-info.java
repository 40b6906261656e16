/// Programs that protect this computer, by name. Never touched.
package org.mailmedic.net.system.protection;
