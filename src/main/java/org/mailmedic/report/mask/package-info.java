/// What is made unreadable before a report is passed on, and traces of secrets. Never a rendering.
package org.mailmedic.report.mask;
