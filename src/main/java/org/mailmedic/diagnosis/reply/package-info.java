/// What a server’s words mean, as data. Never a connection.
package org.mailmedic.diagnosis.reply;
