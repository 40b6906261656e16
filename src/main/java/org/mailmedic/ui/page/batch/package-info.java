/// What many servers came to, as a list to look through; no server is asked here.
package org.mailmedic.ui.page.batch;
