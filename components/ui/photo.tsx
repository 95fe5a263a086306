const shapes = {
  square: { widths: [320, 640, 1000], width: 1000, height: 1000 },
  wide: { widths: [640, 1200, 1800], width: 1800, height: 1000 },
} as const;

type PhotoProps = {
  /** Base name below public/photos. */
  name: string;
  alt: string;
  /** The `sizes` attribute: how wide it is shown. */
  sizes: string;
  shape?: keyof typeof shapes;
  /** The first photograph of the page: loaded at once and first. */
  first?: boolean;
  className?: string;
  itemProp?: string;
};

function sources(name: string, type: "avif" | "webp", widths: readonly number[]): string {
  return widths.map((width) => `/photos/${name}-${width}.${type} ${width}w`).join(", ");
}

/** A photograph in AVIF with WebP behind it, on a sand-coloured ground of its final size. */
export function Photo({ name, alt, sizes, shape = "square", first, className, itemProp }: PhotoProps) {
  const { widths, width, height } = shapes[shape];
  return (
    <picture>
      <source type="image/avif" srcSet={sources(name, "avif", widths)} sizes={sizes} />
      <img
        src={`/photos/${name}-${widths[1]}.webp`}
        srcSet={sources(name, "webp", widths)}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        itemProp={itemProp}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : undefined}
        decoding={first ? undefined : "async"}
        className={className ? `photo ${className}` : "photo"}
      />
    </picture>
  );
}
