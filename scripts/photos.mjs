// Derives the photographs the shop serves from the studio's masters: node scripts/photos.mjs <folder of .webp masters>
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

const target = path.join(import.meta.dirname, "..", "public", "photos");
const heroWidths = [640, 1200, 1800];
const productWidths = [320, 640, 1000];

async function derive(masters, file) {
  const master = path.join(masters, file);
  const name = path.basename(file, ".webp");
  const { width: masterWidth } = await sharp(master).metadata();
  for (const width of name === "hero" ? heroWidths : productWidths) {
    const photo = path.join(target, `${name}-${width}`);
    const resized = () => sharp(master).resize({ width, withoutEnlargement: true });
    await resized().avif({ quality: 55, effort: 6 }).toFile(`${photo}.avif`);
    if (width === masterWidth) await copyFile(master, `${photo}.webp`);
    else await resized().webp({ quality: 78, effort: 6 }).toFile(`${photo}.webp`);
  }
}

const [masters] = process.argv.slice(2);
if (!masters) {
  console.error("Which folder holds the masters? node scripts/photos.mjs <folder>");
  process.exit(1);
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const files = (await readdir(masters)).filter((file) => file.endsWith(".webp")).sort();
for (const file of files) await derive(masters, file);
console.log(`${files.length} photographs derived in ${path.relative(process.cwd(), target)}`);
