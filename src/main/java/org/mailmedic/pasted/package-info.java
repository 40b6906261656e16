/// How a pasted text is taken apart: scanner, tokens, keys, variables, and what in it is secret. Never what it means for mail.
package org.mailmedic.pasted;
