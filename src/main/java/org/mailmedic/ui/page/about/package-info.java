/// The page about the program and what it keeps.
package org.mailmedic.ui.page.about;
