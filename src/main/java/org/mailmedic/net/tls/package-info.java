/// TLS handshakes and certificates, looked at as they are. Never words for people.
package org.mailmedic.net.tls;
