/// Earlier check-ups on the disk: whole or not at all, whatever happens while they are written.
package org.mailmedic.history;
