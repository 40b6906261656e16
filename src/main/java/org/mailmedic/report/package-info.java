/// The whole story of one check-up as data. Never a second look.
package org.mailmedic.report;
