/// From an e-mail address, or from pasted text, to mail settings. Sources of an address's settings ([org.mailmedic.discover.Source]), one a
/// file; formats of pasted text ([org.mailmedic.discover.paste.taking.Format]), one a file.
package org.mailmedic.discover;
