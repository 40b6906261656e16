/// The page of what this program contacts.
package org.mailmedic.ui.page.contacts;
