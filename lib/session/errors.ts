/** The member's session is over and its owner was not told yet: `message` tells why, and nothing was done. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/**
 * The token was replaced a moment ago, or something else changed at the same time. Nothing was done; trying again works,
 * at the latest half a minute later, unless the session ended meanwhile: then the next try says so.
 */
export class TryAgain extends Error {
  override name = "TryAgain";
}
