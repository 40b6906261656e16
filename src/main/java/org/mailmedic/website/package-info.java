/// The file that looks from a website’s own server, asking it, and its answer as evidence. Never a password.
package org.mailmedic.website;
