/** What is wrong with a line of text. */
export const line = {
  tooLong: (max: number) => `${max} characters at most.`,
  unfit: "Please check this.",
  unreadable: "There is a character in it that we cannot read.",
};
