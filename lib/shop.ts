/** What the shop calls itself, on its pages and in its mails. */
export const shop = { name: "The Cookie Jar", line: "Stoneware for keeping things." };
