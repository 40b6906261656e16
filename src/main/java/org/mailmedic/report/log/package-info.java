/// The summary of a mail log in words.
package org.mailmedic.report.log;
