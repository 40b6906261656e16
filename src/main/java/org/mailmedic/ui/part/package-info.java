/// Controls that pages are made of. Never a page.
package org.mailmedic.ui.part;
