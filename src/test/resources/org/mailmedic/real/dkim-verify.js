// What mailauth says of N.eml in a folder, for DkimParityTest: number TAB "pass" or "no" for each signature, and for the
// seals of forwarders, where there are any, "arc=" and one of them.
const dns = require('node:dns').promises;
const fs = require('node:fs');
const { arc } = require('mailauth/lib/arc');
const { dkimVerify } = require('mailauth/lib/dkim/verify');

const [folder, port] = process.argv.slice(2);
const resolver = new dns.Resolver({ timeout: 3000, tries: 1 });
resolver.setServers([`127.0.0.1:${port}`]);
(async () => {
    for (const line of fs.readFileSync(`${folder}/index.tsv`, 'utf8').split('\n').filter(each => each)) {
        const [number] = line.split('\t');
        const options = { resolver: (name, type) => resolver.resolve(name, type), minBitLength: 1024 };
        const message = fs.readFileSync(`${folder}/${number}.eml`);
        const verified = await dkimVerify(message, options);
        const signed = /^dkim-signature/im.test(message.toString('latin1'));
        const said = signed ? verified.results.map(each => (each.status.result === 'pass' ? 'pass' : 'no')) : [];
        if (/^arc-/im.test(message.toString('latin1'))) {
            said.push((await arc(verified.arc, options)).status.result === 'pass' ? 'arc=pass' : 'arc=no');
        }
        console.log(number + '\t' + said.join(' '));
    }
})();
