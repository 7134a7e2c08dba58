/*
 * First step of npm start, npm test and the like. Plain JavaScript without packages, because there may be none yet: checks Node,
 * installs what package-lock.json names when it is not here, then runs scripts/<name>.ts in this same process.
 * usage: node scripts/bootstrap.mjs [--no-install] NAME [ARGS…]
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = [20, 19];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function fail(what, cures) {
  process.stderr.write(`${what}\n${cures.map((cure) => `  cure: ${cure}\n`).join('')}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  fail(`Node ${NEEDED.join('.')} or later is needed, this is ${process.versions.node}.`, ['install a current Node: https://nodejs.org (or nvm install 22)']);
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/* npm writes node_modules/.package-lock.json last, so an installation that was cut short does not count as one. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const here = readPackages('node_modules/.package-lock.json');
  if (!wanted || !here) return false;
  return Object.entries(wanted).every(([folder, { version, optional, peer, devOptional }]) => folder === '' || optional || (peer && devOptional) || here[folder]?.version === version);
}

/* npm as this Node has it: through the file npm itself names, or from PATH. Under the guard, so that it ends when we do. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const command = cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, cli, ...args] : ['npm', ...args];
  const [file, ...rest] = process.platform === 'win32' ? command : ['/bin/sh', 'scripts/guard.sh', '5', ...command];
  return new Promise((resolve) => {
    const child = spawn(file, rest, { stdio: ['pipe', 'pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32', shell: process.platform === 'win32' && file === 'npm' });
    let output = '';
    let ending = false;
    const end = () => {
      ending = true;
      child.stdin.end();
    };
    child.stdin.on('error', () => undefined);
    child.stdio[3].resume();
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    for (const signal of SIGNALS) process.on(signal, end);
    const done = (code) => {
      for (const signal of SIGNALS) process.off(signal, end);
      resolve({ code, ending, output });
    };
    child.once('error', (error) => ((output += error.message), done(1)));
    child.once('close', done);
  });
}

async function install() {
  const start = Date.now();
  process.stdout.write('packages   installing (a minute or two, once) …\n');
  const { code, ending, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (ending) process.exit(130);
  if (code !== 0) {
    fail(`The packages could not be installed:\n${output.trim().split('\n').slice(-12).map((line) => `  | ${line}`).join('\n')}`, [
      'check that the npm registry can be reached (npm ping) and that the disk has 1.5 GB free, then start again',
      'behind a mirror: npm config set registry <its address>',
    ]);
  }
  process.stdout.write(`packages   installed  ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

const args = process.argv.slice(2);
const mayInstall = args[0] !== '--no-install';
const [name, ...rest] = mayInstall ? args : args.slice(1);
process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
checkNode();
if (!isInstalled()) {
  if (!mayInstall) fail('The packages are not installed.', ['npm start and npm test install them; by hand: npm ci']);
  await install();
}
const script = path.resolve('scripts', `${name}.ts`);
process.argv = [process.execPath, script, ...rest];
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(script).href);
