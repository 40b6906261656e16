/// What changed between two reports. Never a new judgement of either.
package org.mailmedic.report.diff;
