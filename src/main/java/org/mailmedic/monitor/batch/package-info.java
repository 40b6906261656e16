/// Many targets in one run: a list in, a line out for each.
package org.mailmedic.monitor.batch;
