/** For a browser that dropped the session cookie: Safari on plain http, and every browser on plain http outside localhost. */
export function CookieRefused() {
  return (
    <>
      Your browser did not keep the shop's one cookie, so we could not recognise you. The cart and your account need it:
      if your browser blocks cookies, please allow this site's. Browsers keep it on https only, and some on
      http://localhost too. Please open the shop by https, or in another browser.
    </>
  );
}
