/// Pages for what could not be done, ours or a file’s.
package org.mailmedic.ui.page.trouble;
