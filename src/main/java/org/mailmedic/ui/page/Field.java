package org.mailmedic.ui.page;

/// The fields of the account page, from top to bottom.
public enum Field { ADDRESS, HOST, PORT, SECURITY, USER, PASSWORD, RECIPIENT }
