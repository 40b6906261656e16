/// The report as a PDF. Never another order than the story’s.
package org.mailmedic.report.pdf;
