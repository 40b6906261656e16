// What mailauth says: one sender a line, "id TAB address TAB MAIL FROM TAB name in EHLO".
const dns = require('node:dns').promises;
const fs = require('node:fs');
const { spf } = require('mailauth/lib/spf');

const resolver = new dns.Resolver({ timeout: 3000, tries: 1 });
resolver.setServers([`127.0.0.1:${process.argv[2]}`]);
(async () => {
    for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(each => each)) {
        const [id, ip, sender, helo] = line.split('\t');
        const { status, explanation } = await spf({
            ip, sender, helo, strict: true, resolver: (name, type) => resolver.resolve(name, type) });
        console.log([id, status.result, status.result === 'fail' ? explanation || '' : ''].join('\t'));
    }
})();
