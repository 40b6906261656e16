/// A report laid out for reading, the same for every form. Never its looks.
package org.mailmedic.report.story;
