/// Slips of the fingers in mail settings, found without asking anybody: one kind of look ([org.mailmedic.discover.slip.Lint]) a file.
package org.mailmedic.discover.slip;
