export const fields = {
  email: "Email",
  name: "Full name",
  street: "Street and number",
  postcode: "Postcode",
  city: "City",
  country: "Country",
  keep: "Keep this address in my account",
};

/** What is wrong with an address. */
export const wrong = {
  noName: "Please enter the full name.",
  noStreet: "Please enter street and number.",
  noPostcode: "Please enter the postcode.",
  notAPostcode: (country: string) => `This does not look like a postcode of ${country}.`,
  noCity: "Please enter the city.",
  noCountry: "Please enter the country.",
  notACountry: "We do not know this country. Please choose one from the list.",
};

/** What is wrong with an email address. */
export const wrongEmail = {
  none: "Please enter your email.",
  notAnEmail: "This does not look like an email address.",
};
