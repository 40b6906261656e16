/// What programs print when mail does not go out, as data. It never reads what a server has said.
package org.mailmedic.explain.signature;
