/// The page of the answer.
package org.mailmedic.ui.page.answer;
