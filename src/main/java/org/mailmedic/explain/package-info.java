/// Says what a pasted text means: an error message, a page of a log, a bounce. It never asks the network and never makes sentences.
package org.mailmedic.explain;
