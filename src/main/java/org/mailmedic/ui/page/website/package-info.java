/// The page that looks from the website's own server.
package org.mailmedic.ui.page.website;
