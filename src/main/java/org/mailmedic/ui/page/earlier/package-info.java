/// The page of earlier check-ups.
package org.mailmedic.ui.page.earlier;
