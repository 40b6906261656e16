/// Reads mail settings out of pasted text. Nothing pasted is ever executed; every reading is bounded and takes time in proportion to the
/// text; a password becomes a [org.mailmedic.settings.Secret] where it is found and is hidden wherever else it may stand.
package org.mailmedic.discover.paste;
