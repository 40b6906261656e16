/// What the practice server says and does, as data. Never a socket.
package org.mailmedic.practice.script;
