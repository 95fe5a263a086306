import { expect, test } from "@playwright/test";
import { withSmtpOptions } from "./smtp-url";

const requireTls = (url: string) => new URL(withSmtpOptions(url)).searchParams.get("requireTLS");

test("mail goes to another machine only over a sealed line", () => {
  for (const url of ["smtp://mail.example", "smtp://user:secret@mail.example:587", "smtp://10.0.0.5:25"]) {
    expect(requireTls(url), url).toBe("true");
  }
});

test("a server on this machine is reached as it is, and smtps is sealed anyway", () => {
  for (const url of ["smtp://localhost:25", "smtp://127.0.0.1:1025", "smtp://[::1]:25", "smtps://mail.example"]) {
    expect(requireTls(url), url).toBeNull();
  }
});

test("what the address itself says stays", () => {
  expect(requireTls("smtp://mail.example?requireTLS=false")).toBe("false");
  expect(requireTls("smtp://mail.example?ignoreTLS=true")).toBeNull();
  expect(requireTls("smtp://localhost?requireTLS=true")).toBe("true");
});

test("no address can make the shop wait longer or read its files", () => {
  const { searchParams } = new URL(
    withSmtpOptions("smtp://mail.example?connectionTimeout=9999999&disableFileAccess=false"),
  );
  expect(searchParams.get("connectionTimeout")).toBe("5000");
  expect(searchParams.get("disableFileAccess")).toBe("true");
});
