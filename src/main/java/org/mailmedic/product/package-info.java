/// The program’s own name, version and parts, and how it writes a file whole. Never anything about mail.
package org.mailmedic.product;
