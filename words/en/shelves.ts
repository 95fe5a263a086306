const tableCare =
  "Dishwasher and microwave safe. Warm it slowly: stoneware takes any heat, but not a sudden change from cold to hot.";
const houseCare = "Wipe with a damp cloth, or wash by hand in warm water. The bare foot may darken with the years.";

/** The shelves by their slugs: what each is called, what it is for, and how its pieces are cared for. */
export const shelves = {
  jars: {
    name: "Jars",
    sentence: "For cookies, flour, sugar and whatever else is better kept.",
    care: tableCare,
  },
  mugs: {
    name: "Mugs",
    sentence: "For the first cup of the day, and the ones after it.",
    care: tableCare,
  },
  bowls: {
    name: "Bowls",
    sentence: "For porridge, for noodles, for the last five olives.",
    care: tableCare,
  },
  plates: {
    name: "Plates",
    sentence: "Flat and calm, so that dinner does the talking.",
    care: tableCare,
  },
  vases: {
    name: "Vases",
    sentence: "For a bunch, for a single branch, or for nothing at all.",
    care: houseCare,
  },
  "teapots-and-pitchers": {
    name: "Teapots & pitchers",
    sentence: "They pour clean, and their lids stay put.",
    care: tableCare,
  },
  "planters-and-light": {
    name: "Planters & light",
    sentence: "For the windowsill, and for evenings that come early.",
    care: houseCare,
  },
};

export const shelfPage = { others: "Other shelves" };

/** What the search suggests beside the name of a shelf. */
export const suggestedShelf = { note: "All of the shelf" };
