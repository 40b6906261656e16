/// The report as a web page. Never another order than the story’s.
package org.mailmedic.report.html;
