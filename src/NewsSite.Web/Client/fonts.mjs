// Cuts the paper's typefaces out of the variable fonts from npm. Each face keeps only what the style sheet asks for:
// the letters of English, Dutch and French (and their neighbours), and one optical size. A whole Newsreader is 132 kB; the four
// files made here weigh about 110 kB together.
import { createRequire } from 'node:module';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import subset from 'subset-font';

const require = createRequire(import.meta.url);

const faces = [
  { file: 'newsreader-display', from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', axes: { opsz: 60, wght: 500 } },
  { file: 'newsreader-text', from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', axes: { opsz: 18, wght: { min: 400, max: 700, default: 400 } } },
  { file: 'newsreader-italic', from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2', axes: { opsz: 24, wght: 400 } },
  { file: 'franklin', from: '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2', axes: { wght: { min: 400, max: 700, default: 400 } } },
];

const letters = [
  ...range(0x20, 0x7e), ...range(0xa0, 0xff), 0x131, 0x152, 0x153, 0x178,
  0x2009, 0x200a, 0x202f, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022, 0x2026, 0x2032, 0x2033,
  0x2039, 0x203a, 0x20ac, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212,
].map(code => String.fromCodePoint(code)).join('');

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export async function cutFonts(folder) {
  await mkdir(folder, { recursive: true });
  const recipe = (await stat(new URL(import.meta.url))).mtimeMs;
  await Promise.all(faces.map(async face => {
    const target = path.join(folder, `${face.file}.woff2`);
    const made = await stat(target).catch(() => null);
    if (made && made.mtimeMs > recipe) return;
    const whole = await readFile(require.resolve(face.from));
    await writeFile(target, await subset(whole, letters, { targetFormat: 'woff2', variationAxes: face.axes }));
  }));
}
