/*
 * Compiles a mini-program with WeChat's own compiler, offline. Runs inside the folder where miniprogram-ci is installed.
 * usage: node compile.cjs PROJECT_FOLDER TEMP_FOLDER        prints one JSON line: {"files": …, "bytes": …}
 */
const { generateKeyPairSync } = require('node:crypto');
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const installed = createRequire(path.join(process.cwd(), 'package.json'));
const ci = installed('miniprogram-ci');
const { DefaultProjectAttr } = installed('miniprogram-ci/dist/config/config');

/* The optimising settings make it parse every file; without them broken WXML and WXSS pass. */
const setting = { es6: true, es7: true, minify: true, minifyJS: true, minifyWXML: true, minifyWXSS: true, autoPrefixWXSS: true };

async function main([projectPath, temp]) {
  const { appid } = JSON.parse(fs.readFileSync(path.join(projectPath, 'project.config.json'), 'utf8'));
  const privateKeyPath = path.join(temp, 'key.pem'); // asked for by the constructor, used for uploads only
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  fs.writeFileSync(privateKeyPath, privateKey, { mode: 0o600 });
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath,
    privateKeyPath,
    ignores: ['**/*.map'],
    attr: async () => DefaultProjectAttr, // else it asks WeChat's servers
  });
  const zip = path.join(temp, 'out.zip');
  await ci.getCompiledResult({ project, version: '0.0.0', desc: 'check', setting, onProgressUpdate: () => undefined }, zip);
  console.log(`\n${JSON.stringify({ bytes: fs.statSync(zip).size })}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error && error.message ? error.message : error);
    process.exit(1);
  },
);
