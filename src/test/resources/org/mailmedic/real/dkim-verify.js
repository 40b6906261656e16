// What mailauth says of N.eml in a folder, for DkimParityTest: number TAB "pass" or "no" for each signature.
const dns = require('node:dns').promises;
const fs = require('node:fs');
const { dkimVerify } = require('mailauth/lib/dkim/verify');

const [folder, port] = process.argv.slice(2);
const resolver = new dns.Resolver({ timeout: 3000, tries: 1 });
resolver.setServers([`127.0.0.1:${port}`]);
(async () => {
    for (const line of fs.readFileSync(`${folder}/index.tsv`, 'utf8').split('\n').filter(each => each)) {
        const [number] = line.split('\t');
        const { results } = await dkimVerify(fs.readFileSync(`${folder}/${number}.eml`), {
            resolver: (name, type) => resolver.resolve(name, type), minBitLength: 1024 });
        console.log(number + '\t' + results.map(each => (each.status.result === 'pass' ? 'pass' : 'no')).join(' '));
    }
})();
