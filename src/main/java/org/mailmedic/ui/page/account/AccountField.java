package org.mailmedic.ui.page.account;

/// The fields of the account page, from top to bottom.
public enum AccountField { ADDRESS, HOST, PORT, SECURITY, USER, PASSWORD, RECIPIENT }
