/// The page that keeps watching.
package org.mailmedic.ui.page.watch;
