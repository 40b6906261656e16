package org.mailmedic.ui.page;

/// The fields of the account page, from top to bottom.
public enum Field { USER, HOST, PORT, SECURITY, PASSWORD, RECIPIENT, SENDER }
