/// Finds in a text what mail servers have said, and at which step. What it means is for [org.mailmedic.diagnosis] to say.
package org.mailmedic.explain.reply;
