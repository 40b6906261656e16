/// What makes the window start fast: before the toolkit, after the first frame, and in the training run. Never what a person asks for.
package org.mailmedic.ui.start;
