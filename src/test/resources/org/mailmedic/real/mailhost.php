<?php
// A mail host for the laboratory of the website's view: one process, many doors, each of which behaves as it is told.
// php mailhost.php IDENTITY.pem NAME ADDRESS:PORT=BEHAVIOUR...
// Behaviours: starttls, tls, plain, silent, http, endless, hostile, connect, no_ehlo (HELO alone is known), no_literal (an address is no name);
// with @ADDRESS=TEXT behind it, whoever comes from there gets TEXT instead of a greeting.
$identity = $argv[1];
$name = $argv[2];
$doors = array();
foreach (array_slice($argv, 3) as $door) {
	list($where, $how) = explode('=', $door, 2);
	list($how, $special) = array_pad(explode('@', $how, 2), 2, '');
	$method = STREAM_CRYPTO_METHOD_ANY_SERVER;
	$context = stream_context_create(array('ssl' => array('local_cert' => $identity), 'socket' => array('ipv6_v6only' => true)));
	$server = stream_socket_server('tcp://' . $where, $n, $s, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
	if (!$server) {
		fwrite(STDERR, "$where: $s\n");
		exit(1);
	}
	$doors[(int) $server] = array($server, $how, $special, $method);
}
echo "ready\n";
$guests = array();
while (true) {
	$read = array_merge(array_column($doors, 0), array_column($guests, 0));
	$w = null;
	$e = null;
	if (stream_select($read, $w, $e, 1) === false) {
		continue;
	}
	foreach ($read as $ready) {
		$id = (int) $ready;
		if (isset($doors[$id])) {
			list(, $how, $special, $method) = $doors[$id];
			$guest = @stream_socket_accept($ready, 0, $peer);
			if (!$guest) {
				continue;
			}
			stream_set_timeout($guest, 3);
			list($from, $text) = array_pad(explode('=', $special, 2), 2, '');
			$greeting = $text !== '' && strpos($peer, $from . ':') === 0 ? $text : '220 ' . $name . ' ESMTP ready';
			if ($how === 'connect') {
				fclose($guest);
				continue;
			}
			if ($how === 'tls' && !@stream_socket_enable_crypto($guest, true, $method)) {
				fclose($guest);
				continue;
			}
			if ($how === 'http') {
				fwrite($guest, "HTTP/1.1 400 Bad Request\r\n\r\n<html>");
			} elseif ($how === 'endless') {
				stream_set_blocking($guest, false);
				for ($i = 0; $i < 200; $i++) {
					@fwrite($guest, str_repeat("220-more\r\n", 500));
				}
			} elseif ($how === 'hostile') {
				fwrite($guest, "220 <script>alert(1)</script>\"\\\x1b[2J\x00\xff\xe2\x80\xae ESMTP\r\n");
			} elseif ($how !== 'silent') {
				fwrite($guest, $greeting . "\r\n");
			}
			$guests[(int) $guest] = array($guest, $how, $method, $how === 'tls', $peer);
		} else {
			list($guest, $how, $method, $encrypted, $peer) = $guests[$id];
			$line = fgets($guest, 1000);
			if ($line === false || feof($guest) && $line === '') {
				fclose($guest);
				unset($guests[$id]);
			} elseif ($how === 'no_ehlo' && stripos($line, 'EHLO') === 0) {
				fwrite($guest, "502 5.5.1 Command not implemented\r\n");
			} elseif ($how === 'no_literal' && stripos($line, 'EHLO [') === 0) {
				fwrite($guest, "501 5.5.4 Syntactically invalid argument\r\n");
			} elseif (stripos($line, 'HELO') === 0) {
				fwrite($guest, "250 $name\r\n");
			} elseif (stripos($line, 'EHLO') === 0) {
				$seen = preg_replace('/:\d+$/', '', $peer);
				$offers = !$encrypted && $how === 'starttls' ? "250-STARTTLS\r\n" : '';
				fwrite($guest, "250-$name greets you, [$seen]\r\n250-PIPELINING\r\n$offers" . ($encrypted ? "250-AUTH PLAIN LOGIN\r\n" : '')
					. "250 SIZE 10000000\r\n");
			} elseif (stripos($line, 'STARTTLS') === 0) {
				fwrite($guest, "220 2.0.0 go ahead\r\n");
				if (@stream_socket_enable_crypto($guest, true, $method)) {
					$guests[$id][3] = true;
				} else {
					fclose($guest);
					unset($guests[$id]);
				}
			} elseif (stripos($line, 'QUIT') === 0) {
				fwrite($guest, "221 2.0.0 bye\r\n");
				fclose($guest);
				unset($guests[$id]);
			} else {
				fwrite($guest, "502 5.5.1 no\r\n");
			}
		}
	}
}
