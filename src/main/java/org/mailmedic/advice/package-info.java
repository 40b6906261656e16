/// Findings become words: pages, steps, letters. The only room in which codes become sentences.
package org.mailmedic.advice;
