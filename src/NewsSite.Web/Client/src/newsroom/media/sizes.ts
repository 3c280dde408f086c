/** The widths that a picture is kept in; narrower pictures are kept as wide as they are. */
export const widths = [320, 640, 960, 1280, 1920] as const;

/** What the server refuses, said before anything is sent. */
export const maxBytes = 32 * 1024 * 1024;
export const maxPixels = 100_000_000;

export interface Rendition {
  width: number;
  height: number;
  blob: Blob;
}

export interface Prepared {
  width: number;
  height: number;
  renditions: Rendition[];
}

export class NoPicture extends Error {
  constructor(readonly reason: 'type' | 'tooLarge' | 'tooManyPixels' | 'broken') {
    super(reason);
  }
}

/** The widths to make of a picture: those below its own, and its own where it is narrower than the widest. */
export function widthsOf(width: number): number[] {
  const smaller = widths.filter(each => each < width);
  return width >= widths.at(-1)! ? [...widths] : [...smaller, width];
}

/** Decodes a file once and draws it in every width. */
export async function makeSizes(file: Blob): Promise<Prepared> {
  if (!/^image\/(jpeg|png|webp|gif|avif|heic|heif)$/.test(file.type)) throw new NoPicture('type');
  if (file.size > maxBytes) throw new NoPicture('tooLarge');
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new NoPicture('broken');
  }
  try {
    if (whole.width * whole.height > maxPixels) throw new NoPicture('tooManyPixels');
    const renditions: Rendition[] = [];
    for (const width of widthsOf(whole.width)) renditions.push(await draw(whole, width));
    return { width: whole.width, height: whole.height, renditions };
  } finally {
    whole.close();
  }
}

async function draw(whole: ImageBitmap, width: number): Promise<Rendition> {
  const height = Math.max(1, Math.round(whole.height * width / whole.width));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, width, height);
  return { width, height, blob: await encode(canvas, context) };
}

/** A browser that cannot write WebP hands back PNG without a word; JPEG is a quarter of that. */
async function encode(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): Promise<Blob> {
  const blob = (type: string, quality: number): Promise<Blob | null> => new Promise(resolve => canvas.toBlob(resolve, type, quality));
  const webp = await blob('image/webp', 0.82);
  if (webp?.type === 'image/webp') return webp;
  // JPEG knows no transparency: what shines through becomes paper.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const jpeg = await blob('image/jpeg', 0.85);
  if (jpeg?.type !== 'image/jpeg') throw new NoPicture('broken');
  return jpeg;
}
