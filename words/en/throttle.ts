export const throttle = {
  tooManyTries: (wait: string) => `Too many tries. Please wait ${wait}.`,
  tooManyCarts: (wait: string) =>
    `Many carts were started from your network just now, so this one has to wait ${wait}. If you have an account, you can log in and go on.`,
};
