/// Causes, who can fix them, how sure, and the order in which they are told. Never the network, never words for people.
package org.mailmedic.diagnosis;
