import { builtForUrl } from "@/lib/env";

/** The picture that a shared link shows. Most readers of it want a full address, which only some builds know. */
export function ShareImage({ path, alt }: { path: string; alt: string }) {
  return (
    <>
      <meta property="og:image" content={builtForUrl ? new URL(path, builtForUrl).href : path} />
      <meta property="og:image:alt" content={alt} />
    </>
  );
}
