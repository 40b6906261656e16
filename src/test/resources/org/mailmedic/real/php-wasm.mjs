// PHP of one version, compiled to WebAssembly, with this computer's network.
// node php-wasm.mjs FOLDER-OF-ITS-PACKAGES VERSION FOLDER ASKED.json: puts FOLDER's files into /www, runs what is asked one after the other
// (each {"code", "server"}: PHP, and what $_SERVER has), and prints what came of it
// (each {"status", "headers", "text", "errors", "files"}).
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [packages, version, folder, asked] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'here.js'));
const { loadNodeRuntime } = require('@php-wasm/node');
const { PHP, setPhpIniEntries } = require('@php-wasm/universal');

const php = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: process.pid } }));
php.mkdir('/www');
for (const name of readdirSync(folder)) {
	php.writeFile('/www/' + name, readFileSync(join(folder, name)));
}
await setPhpIniEntries(php, { display_errors: '1', error_reporting: '-1' });
const results = [];
for (const each of JSON.parse(readFileSync(asked, 'utf8'))) {
	const answer = await php.run({ code: each.code, $_SERVER: each.server, method: each.server.REQUEST_METHOD });
	results.push({ status: answer.httpStatusCode, headers: answer.headers, text: answer.text, errors: answer.errors,
		files: php.listFiles('/www') });
}
console.log(JSON.stringify(results));
process.exit(0);
