/// The page that says what a pasted text means: an error message, a page of a log, a message that came back, a whole mail log.
package org.mailmedic.ui.page.explain;
