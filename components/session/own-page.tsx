/**
 * Marks a page that only its session may see: an account, an order, a checkout. Scripts cover it when it comes from a cache
 * (restored-page.ts). Without JavaScript an empty image keeps Chromium from caching the page.
 */
export function OwnPage() {
  return (
    <div data-own hidden>
      <noscript>
        {/* biome-ignore lint/performance/noImgElement: nothing is shown, its answer is what counts */}
        <img src="/api/not-kept" alt="" />
      </noscript>
    </div>
  );
}
