/// Sign-in mechanisms as a client does them. Never a connection.
package org.mailmedic.net.sasl;
