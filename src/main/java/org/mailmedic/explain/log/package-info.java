/// Mail logs and queue listings of any size, read as they stream by. Never kept.
package org.mailmedic.explain.log;
