/// What will be tried, as data, before anything is tried. Never an attempt.
package org.mailmedic.plan;
