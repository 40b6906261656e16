/// One record of a domain: its text, its state, and what to put in its place. Never the network.
package org.mailmedic.maildomain.record;
