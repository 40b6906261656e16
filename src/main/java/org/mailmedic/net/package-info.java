/// The only door out: the network as the probes see it. Never a judgement.
package org.mailmedic.net;
