/// What several pieces of evidence say together. Never a finding.
package org.mailmedic.diagnosis.observation;
