/// Makes a text readable: character sets, line ends, colours, markup, escapes and quotes. It knows nothing of mail.
package org.mailmedic.explain.text;
