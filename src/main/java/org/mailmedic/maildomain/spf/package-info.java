/// SPF (RFC 7208), evaluated within its limits. Never another mechanism.
package org.mailmedic.maildomain.spf;
