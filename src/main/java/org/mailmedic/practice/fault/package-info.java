/// The book of faults that the practice server can play. Never the server.
package org.mailmedic.practice.fault;
