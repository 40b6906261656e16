/// The page of the mail account.
package org.mailmedic.ui.page.account;
