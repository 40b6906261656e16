/// Certificates, good and broken, for the practice server. Never trusted by anybody.
package org.mailmedic.practice.certificate;
