#!/usr/bin/env node
// Adds to package-lock.json the prebuilt packages of other platforms that the registry at hand did not list, so that
// `npm ci` holds on any of them. Run after `npm install` where a mirror carries only its own platform's packages:
//   node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
const PLATFORM = /(android|darwin|freebsd|linux|win32)-(arm64|x64|ia32|arm)(?:-(musl|gnu|msvc|eabi|gnueabihf))?$/;
const LIBC = { musl: ['musl'], gnu: ['glibc'] };

for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`;
    const [suffix, os, cpu, libc] = PLATFORM.exec(name) ?? [];
    if (!path || !suffix || packages[key]) continue;
    const sibling = Object.entries(packages).find(([k]) => k.startsWith(key.slice(0, -suffix.length)))?.[1] ?? {};
    const { dev, license, engines } = sibling;
    packages[key] = {
      version,
      cpu: [cpu],
      ...(dev && { dev }),
      ...(LIBC[libc] && { libc: LIBC[libc] }),
      ...(license && { license }),
      optional: true,
      os: [os],
      ...(engines && { engines }),
    };
    console.log(`added ${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
