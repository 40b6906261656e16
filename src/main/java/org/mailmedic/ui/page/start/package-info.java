/// The first page.
package org.mailmedic.ui.page.start;
