/// The practice server: a mail server inside the program, on loopback only, that shows every fault which a server
/// alone can show. People try the program with it, and the tests of the whole pipeline talk to it.
///
/// It is strict where real servers are strict, and it shares no code with the check-up: a mistake made twice would
/// not be seen. It owns its threads, the one written exception to "only `checkup` starts threads": that rule keeps
/// the check-up's pipeline cancellable, and this server is the other end of the line.
package org.mailmedic.practice;
