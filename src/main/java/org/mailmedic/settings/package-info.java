/// What the person typed: server, port, encryption, sign-in, sender. Never a guess, never a connection.
package org.mailmedic.settings;
