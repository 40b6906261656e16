/// Known mail providers and hosting companies as data, each fact with its source. Never a connection, never a judgement.
package org.mailmedic.provider;
