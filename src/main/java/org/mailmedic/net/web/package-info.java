/// Web pages and documents, read to a bound. Never more of them than asked for.
package org.mailmedic.net.web;
