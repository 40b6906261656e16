/// The page of the practice servers.
package org.mailmedic.ui.page.practice;
