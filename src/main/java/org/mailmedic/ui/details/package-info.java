/// The drawer with the technical details. Never an advice.
package org.mailmedic.ui.details;
