/// The report in a terminal. Never a decision about what is said.
package org.mailmedic.report.text;
