/// Repeated check-ups: watching one server until something changes.
package org.mailmedic.monitor;
