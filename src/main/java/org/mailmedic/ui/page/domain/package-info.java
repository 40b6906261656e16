/// The page of a domain's mail records.
package org.mailmedic.ui.page.domain;
