/// The page that saves a report.
package org.mailmedic.ui.page.save;
