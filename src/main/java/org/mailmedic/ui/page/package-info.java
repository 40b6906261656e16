/// What the pages ask of the window, and what they share. Never one page’s own business.
package org.mailmedic.ui.page;
