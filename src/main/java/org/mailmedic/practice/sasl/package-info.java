/// Sign-in as a server does it. Never a client’s part.
package org.mailmedic.practice.sasl;
