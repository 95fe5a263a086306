export const home = {
  title: "Stoneware for keeping things",
  lead: "Jars, cups, bowls and vases, thrown one at a time and glazed in nine colours.",
  seeJars: "See the jars",
  newest: "New from the kiln",
  shelves: "The shelves",
};

export const studio = {
  title: "The studio",
  beginnings: (
    <>
      Two wheels, one kiln and a long shelf by the window. We began with a jar for cookies and have been making things
      to keep things in ever since.
    </>
  ),
  pieces: (
    <>
      Every piece is thrown from the same speckled clay, trimmed the next day, and dipped by hand. So no two are quite
      alike: a line sits higher, a rim runs darker, a foot keeps a thumbprint. We call that the point.
    </>
  ),
};
