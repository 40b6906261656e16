/// What was seen: facts and times. Never a judgement.
package org.mailmedic.evidence;
