/// The window: what holds its pages together. Never a probe, never a rule.
package org.mailmedic.ui;
