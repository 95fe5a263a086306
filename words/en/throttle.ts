export const throttle = {
  tooManyTries: (wait: string) => `Too many tries. Please wait ${wait}.`,
};
