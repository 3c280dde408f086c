// Makes wwwroot/dist: site.* for readers, account.* for people who sign in, newsroom.* and editor.js for the desk, and fonts/. `--watch` rebuilds what changes.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { cutFonts } from './fonts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const wwwroot = path.resolve(here, '../../../wwwroot');
const dist = path.join(wwwroot, 'dist');

await mkdir(dist, { recursive: true });
await cutFonts(path.join(dist, 'fonts'));

const context = await esbuild.context({
  absWorkingDir: here,
  entryPoints: [
    { in: path.join(here, 'src/site.ts'), out: 'site' },
    { in: path.join(wwwroot, 'css/site.css'), out: 'site' },
    { in: path.join(here, 'src/newsroom/newsroom.ts'), out: 'newsroom' },
    { in: path.join(here, 'src/newsroom/editor.ts'), out: 'editor' },
    { in: path.join(wwwroot, 'css/newsroom/newsroom.css'), out: 'newsroom' },
    { in: path.join(here, 'src/account.ts'), out: 'account' },
    { in: path.join(here, 'src/employer.ts'), out: 'employer' },
    { in: path.join(wwwroot, 'css/employer.css'), out: 'employer' },
    { in: path.join(wwwroot, 'css/account.css'), out: 'account' },
  ],
  outdir: dist,
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: ['es2022', 'chrome123', 'firefox128', 'safari17.5'],
  external: ['/dist/fonts/*', '/img/*'],
  logLevel: 'warning',
});

if (process.argv.includes('--watch')) {
  await context.watch();
} else {
  await context.rebuild();
  await context.dispose();
  const sizes = await Promise.all(['site.css', 'site.js', 'newsroom.css', 'newsroom.js', 'editor.js'].map(async name => `${name} ${(await stat(path.join(dist, name))).size} bytes`));
  console.log(`wwwroot/dist: ${sizes.join(', ')}`);
}
