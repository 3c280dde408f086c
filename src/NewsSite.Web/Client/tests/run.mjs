// Bundles the tests, as they import what the bundler resolves (JSON, TypeScript), and hands them to node's own runner.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
// Beside node_modules, so that packages which are left out of the bundle are found.
const made = mkdtempSync(path.join(here, '..', 'node_modules', '.tests-'));
try {
  const tests = readdirSync(here).filter(name => name.endsWith('.test.ts'));
  await esbuild.build({
    entryPoints: tests.map(name => path.join(here, name)),
    outdir: made,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    sourcemap: 'inline',
    define: { CLIENT_FOLDER: JSON.stringify(path.join(here, '..')) },
    logLevel: 'warning',
  });
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=dot', ...tests.map(name => path.join(made, name.replace(/\.ts$/, '.mjs')))], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(made, { recursive: true, force: true });
}
