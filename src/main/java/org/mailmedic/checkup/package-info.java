/// Runs the pipeline and owns its threads. Never a judgement of its own.
package org.mailmedic.checkup;
