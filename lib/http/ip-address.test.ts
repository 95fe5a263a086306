import { expect, test } from "@playwright/test";
import { findSite, findSubscriber, isLoopbackHost, networkPrefix, trustedAddress } from "./ip-address";

test("without trusted proxies only the socket's own address counts, which stands last", () => {
  expect(trustedAddress("203.0.113.9", 0)).toBe("203.0.113.9");
  expect(trustedAddress("6.6.6.6, 127.0.0.1, 203.0.113.9", 0)).toBe("203.0.113.9");
  expect(trustedAddress(null, 0)).toBeNull();
});

test("with trusted proxies the entry of the outermost one counts, and nothing left of it", () => {
  expect(trustedAddress("198.51.100.7, 10.0.0.1", 1)).toBe("198.51.100.7");
  expect(trustedAddress("6.6.6.6, 198.51.100.7, 10.0.0.1", 1)).toBe("198.51.100.7");
  expect(trustedAddress("6.6.6.6, 198.51.100.7, 10.0.0.2, 10.0.0.1", 2)).toBe("198.51.100.7");
  expect(trustedAddress("10.0.0.1", 1)).toBe("10.0.0.1");
});

test("an address loses port, brackets, zone and the IPv6 form of IPv4", () => {
  expect(trustedAddress("198.51.100.7:4711", 0)).toBe("198.51.100.7");
  expect(trustedAddress("[2001:DB8::7]:4711", 0)).toBe("2001:db8::7");
  expect(trustedAddress("fe80::1%eth0", 0)).toBe("fe80::1");
  expect(trustedAddress("::ffff:198.51.100.7", 0)).toBe("198.51.100.7");
});

test("what is no address is none", () => {
  for (const text of ["", "unknown", "1.2.3", "<script>", "198.51.100.7.8"]) expect(trustedAddress(text, 0)).toBeNull();
});

test("a prefix is shared by a neighbourhood and holds no full address", () => {
  expect(networkPrefix("198.51.100.7")).toBe("198.51.100.0/24");
  expect(networkPrefix("2001:db8:85a3:1:2:3:4:5")).toBe("2001:db8:85a3::/48");
  expect(networkPrefix("2001:0db8::5")).toBe("2001:db8:0::/48");
  expect(networkPrefix("::1")).toBe("0:0:0::/48");
  expect(networkPrefix(null)).toBeNull();
});

test("a subscriber has one IPv4 address or a /64", () => {
  expect(findSubscriber("198.51.100.7")).toBe("198.51.100.7");
  expect(findSubscriber("2001:db8:85a3:1:2:3:4:5")).toBe("2001:db8:85a3:1::/64");
  expect(findSubscriber("2001:db8:85a3:1::9")).toBe("2001:db8:85a3:1::/64");
  expect(findSubscriber(null)).toBeNull();
});

test("around a /64 there is a /48, around an IPv4 address nothing", () => {
  expect(findSite("2001:db8:85a3:1::/64")).toBe("2001:db8:85a3::/48");
  expect(findSite(findSubscriber("2001:db8::9") ?? "")).toBe("2001:db8:0::/48");
  expect(findSite("198.51.100.7")).toBeNull();
});

test("this machine has several names, and others only look like them", () => {
  for (const host of ["localhost", "shop.localhost", "127.0.0.1", "127.0.0.53", "[::1]"]) {
    expect(isLoopbackHost(host), host).toBe(true);
  }
  for (const host of ["127.0.0.1.evil.example", "127.evil.example", "localhost.evil.example", "10.0.0.1", "[::2]"]) {
    expect(isLoopbackHost(host), host).toBe(false);
  }
});
