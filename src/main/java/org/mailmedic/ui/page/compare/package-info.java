/// The page Before → Now.
package org.mailmedic.ui.page.compare;
