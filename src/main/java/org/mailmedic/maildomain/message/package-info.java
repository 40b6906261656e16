/// A delivered message: its way, its signatures, what the receiver said. Never its content.
package org.mailmedic.maildomain.message;
