/// One check of a domain a file. Never words for people.
package org.mailmedic.maildomain.check;
