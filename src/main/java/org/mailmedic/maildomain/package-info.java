/// A domain’s mail records, looked at from outside: the question, and what came of it. Never a change to a zone.
package org.mailmedic.maildomain;
