import { expect, test } from "@playwright/test";
import { strictTransportSecurity } from "./incoming";

test("a shop on https asks browsers to stay on https", () => {
  expect(strictTransportSecurity("https://shop.example")).toBe("max-age=31536000; includeSubDomains");
});

test("http and localhost are left alone", () => {
  for (const url of ["http://shop.example", "http://localhost:3000", "https://localhost:3000", "https://127.0.0.1"]) {
    expect(strictTransportSecurity(url), url).toBeNull();
  }
});
