/// The commands of the terminal over the same engine. Never a check of its own.
package org.mailmedic.cli;
