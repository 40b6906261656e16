/// The question whether a mailbox (IMAP, POP3) knows a password. Never its mail.
package org.mailmedic.net.mailbox;
