/// One look at one thing a file; it collects. Never a judgement.
package org.mailmedic.probe;
