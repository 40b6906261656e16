/// The page of a running check-up.
package org.mailmedic.ui.page.checkup;
