/// Formats of pasted settings, one a file. Never a connection.
package org.mailmedic.discover.paste.format;
