/// The report’s own file: written, read, checked. Never shown.
package org.mailmedic.report.json;
