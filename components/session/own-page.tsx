/**
 * Marks what only its session may see: an account, an order, an address that is being typed. Scripts cover such a page
 * when it comes from memory (restored-page.ts). Where none runs, a picture of nothing keeps Chromium from remembering the page.
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
