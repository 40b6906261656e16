/// Answers Prometheus: probes when scraped, and tells what the mail logs say.
package org.mailmedic.monitor.exporter;
