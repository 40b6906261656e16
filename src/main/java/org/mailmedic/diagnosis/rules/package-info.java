/// One rule a file, from evidence to findings. Never the network.
package org.mailmedic.diagnosis.rules;
