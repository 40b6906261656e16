/// Takes mails apart that tell what became of another mail. It never judges.
package org.mailmedic.explain.bounce;
