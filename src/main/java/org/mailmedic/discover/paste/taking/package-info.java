/// How a format hands over what it read, and how sure that is. Never a format.
package org.mailmedic.discover.paste.taking;
