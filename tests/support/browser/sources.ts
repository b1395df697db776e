import { existsSync } from 'node:fs';
import { findBundled } from './bundled.ts';
import type { Source } from './choose.ts';
import { installByApt, installByPlaywright } from './install.ts';
import { listInstalled } from './installed.ts';

/** All places that browsers come from: the nearest first, those that install something last. */
export const sources: Source[] = [
  {
    name: 'path',
    label: 'CHROMIUM_PATH',
    find: async () => {
      const path = process.env['CHROMIUM_PATH'];
      return path ? [{ path }] : [];
    },
  },
  {
    name: 'installed',
    label: 'Installed browsers',
    find: async () => listInstalled(process.platform, process.env, existsSync),
  },
  { name: 'npm', label: 'The package @sparticuz/chromium', find: findBundled },
  { name: 'apt', label: 'The Debian package chromium', find: installByApt },
  { name: 'playwright', label: "Playwright's download", find: installByPlaywright },
];
