/// The SMTP dialogue, and the one real message. Never what a reply means.
package org.mailmedic.net.smtp;
